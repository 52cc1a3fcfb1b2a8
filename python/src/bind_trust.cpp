#include "bindings.hpp"
#include "schoolimp/evidence/trust.hpp"
#include "schoolimp/io/trust_json.hpp"

namespace schoolimp::python {

void bind_trust(py::module_& module) {
    bind_document<Trust>(
        module, "Trust", [](std::string_view text) { return parse_trust(text); }, [](const Trust& trust, JsonStyle style) { return write_trust(trust, style); });
}

}  // namespace schoolimp::python
