"""Tables of other libraries in and out, published files, and pictures."""

import datetime as dt
from importlib.resources import as_file, files
from typing import assert_type

import pandas as pd
import polars as pl
import schoolimp as si
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from schoolimp import dfe, plot

framework = si.framework("pvat")
valid = dt.date(2026, 9, 1)
frame = pd.DataFrame({"URN": ["900001", "900002"], "absence.overall": [4.1, 6.9]})

judged = framework.judge_table(frame, valid=valid, key="URN")
assert_type(judged.to_pandas(), pd.DataFrame)
assert_type(judged.to_polars(), pl.DataFrame)
assert_type(judged.join(frame, on="URN"), pd.DataFrame)
assert_type(judged.join(pl.DataFrame({"URN": ["900001"]}), on="URN"), pl.DataFrame)
assert_type(si.judge_table(framework, pl.DataFrame({"absence.overall": [4.1]}), valid=valid), si.TableJudgement)

with as_file(files("schoolimp") / "example" / "published") as folder:
    loaded = dfe.load_folder(folder)
    outcome = loaded.files[0]
    family = dfe.recognise(outcome.path)
assert_type(loaded, dfe.LoadedFolder)
assert_type(family, str | None)
assert_type(loaded.report.summary(), str)
assert_type(loaded.to_frame(), pd.DataFrame)
assert_type(loaded.of("900001"), dfe.ReadResult)
assert_type(loaded.schools[0]["id"], str)
assert_type(loaded.links, dfe.UrnLinks | None)
assert_type(dfe.combine(loaded, loaded), dfe.ReadResult)

evidence = si.Evidence.from_dict(loaded.of("900001", "900002").evidence_document())
assert_type(evidence.to_pandas(), pd.DataFrame)
assert_type(evidence.to_polars(), pl.DataFrame)
assert_type(si.Evidence.from_table(evidence.to_polars()), si.Evidence)
trust = si.Trust.from_dict({"schema": "schoolimp/trust/1", "id": "t", "name": "T", "schools": loaded.of("900001", "900002").school_documents()})
judgements = si.judge_all(framework, evidence, trust=trust, valid=valid)
assert_type(judgements.to_pandas(), pd.DataFrame)

assert_type(plot.criteria(judgements, framework, names=trust), tuple[Figure, Axes])
assert_type(plot.levels(judged, framework), tuple[Figure, Axes])
figure, axes = plot.indicator(evidence, framework, "900001", "absence.overall", names={"900001": "Alder Bank"})
assert_type(plot.levels(judgements, framework, ax=axes), tuple[Figure, Axes])
