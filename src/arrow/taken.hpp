// A structure of the Arrow C interfaces taken over from its owner: released once, in every case.
#pragma once

namespace schoolimp::inline v0 {

template <typename Structure>
class Taken {
public:
    Taken() : value_{} {}
    /// Moves the structure out of `from`, which is marked as released.
    explicit Taken(Structure* from) : value_(*from) { from->release = nullptr; }
    Taken(const Taken&) = delete;
    Taken& operator=(const Taken&) = delete;
    ~Taken() {
        if (value_.release != nullptr) value_.release(&value_);
    }

    Structure& operator*() { return value_; }
    Structure* operator->() { return &value_; }
    Structure* get() { return &value_; }

private:
    Structure value_;
};

}  // namespace schoolimp::inline v0
