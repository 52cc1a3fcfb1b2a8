// The members of a decision, which stands in decision lists and in judgements; and the words of results.
#pragma once

#include "io/codec/fields.hpp"
#include "io/codec/identifiers.hpp"
#include "schoolimp/core/truth.hpp"
#include "schoolimp/judgement/judgement.hpp"

namespace schoolimp::inline v0::codec {

template <>
struct WordList<Truth> : WordsByFunction<Truth, Truth::kNotApplicable> {};

template <typename Visitor>
void describe(Visitor& fields, Of<Decision>) {
    fields.required("school", &Decision::school, kKey);
    fields.required("judgement", &Decision::judgement, kSimpleId);
    fields.required("level", &Decision::level, kSimpleId);
    fields.required("decided_on", &Decision::decided_on, kDay);
    fields.optional("by", &Decision::by, kSimpleId);
    fields.optional("person", &Decision::person, kText);
    fields.optional("reason", &Decision::reason, kText);
    fields.optional("suggested", &Decision::suggested, kSimpleId);
    fields.optional("framework_hash", &Decision::framework_hash, kKey);
}

}  // namespace schoolimp::inline v0::codec
