// One case of the corpus: documents as texts, and what is expected of the judgement.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace schoolimp::cases {

struct ExpectedAnswer {
    std::optional<std::optional<std::string>> suggested;  ///< Outer: whether the case says anything about it.
    std::optional<std::vector<std::string>> possible;
};

struct Case {
    std::string title;       ///< File and title, for messages.
    std::string framework;   ///< Id of a built-in framework, or empty.
    std::string framework_text;
    std::string evidence_text;
    std::string trust_text;       ///< May be empty.
    std::string benchmarks_text;  ///< May be empty: no national figures.
    std::string school;
    std::string valid, known, period;  ///< The last two may be empty.
    std::map<std::string, ExpectedAnswer> answers;
    std::map<std::string, std::string> criteria;                 ///< Word of the result.
    std::map<std::string, std::optional<std::string>> measures;  ///< None: no value.
};

/// All cases of all files of tests/data/cases, in order of file name.
std::vector<Case> load_corpus();

}  // namespace schoolimp::cases
