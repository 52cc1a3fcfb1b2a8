"""URNs as spreadsheets spoil them: a number with a point, or blanks around it, would be another school; it is told."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
import samples
import schoolimp as si

ROW = {"indicator": "ks2.rwm_expected", "period": "2018/19", "value": "61.5"}


@pytest.mark.parametrize("read", [lambda school: si.Evidence.from_csv(f"school,indicator,period,value\n{school},{','.join(ROW.values())}\n"), lambda school: si.Evidence.from_table([{"school": school, **ROW}])], ids=["CSV", "table"])
def test_evidence_of_a_number_with_a_point_is_refused(read: Any) -> None:
    with pytest.raises(si.InvalidDocumentError, match=r"'900001\.0' is a number with a point"):
        read("900001.0")
    assert read("900001").schools == ("900001",)
    assert read("A.1").schools == ("A.1",)


@pytest.mark.parametrize("spoilt, told", [("100001.0", "a number with a point"), ("100001 ", "blanks around it"), (" 100001", "blanks around it"), (100001.5, "a number with a point")])
def test_what_is_joined_on_is_a_school(spoilt: Any, told: str) -> None:
    with pytest.raises(si.InvalidDocumentError, match=told):
        samples.judgements().join(pd.DataFrame({"urn": [spoilt]}), on="urn")


def test_whole_numbers_are_schools_also_as_floating_point_ones() -> None:
    judgements = samples.judgements()
    for urns in ([100001, 100009], [100001.0, None]):
        assert judgements.join(pd.DataFrame({"urn": urns}), on="urn")["suggested"].tolist()[0] == judgements["100001"].suggested()
