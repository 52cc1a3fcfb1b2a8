// What is kept with a framework: made once, the oldest let go of first, safe from several threads.
#include "framework/keeper.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace schoolimp::test {
namespace {

struct Number : Keeper::Thing {
    explicit Number(int given) : number(given) {}
    int number;
};
struct OtherNumber : Keeper::Thing {
    explicit OtherNumber(int given) : number(given) {}
    int number;
};

template <typename Kind>
std::shared_ptr<const Kind> number_of(Keeper& keeper, int wanted, int& made) {
    return keeper.find_or_make<Kind>([&](const Kind& kept) { return kept.number == wanted; },
                                     [&] {
                                         ++made;
                                         return std::make_shared<const Kind>(wanted);
                                     });
}

TEST(Keeper, MakesWhatFitsOnce) {
    Keeper keeper;
    int made = 0;
    const auto first = number_of<Number>(keeper, 7, made);
    EXPECT_EQ(number_of<Number>(keeper, 7, made), first);
    EXPECT_EQ(made, 1);
    EXPECT_EQ(number_of<OtherNumber>(keeper, 7, made)->number, 7) << "another kind is another thing";
    EXPECT_EQ(made, 2);
}

TEST(Keeper, LetsGoOfWhatWasUsedLongestAgo) {
    Keeper keeper;
    int made = 0;
    const int most = static_cast<int>(Keeper::kMostThings);
    for (int i = 0; i < most; ++i) number_of<Number>(keeper, i, made);
    const std::weak_ptr<const Number> first = number_of<Number>(keeper, 0, made), second = number_of<Number>(keeper, 1, made);
    number_of<Number>(keeper, 0, made);
    for (int i = 2; i < most; ++i) number_of<Number>(keeper, i, made);
    EXPECT_EQ(made, most);
    number_of<Number>(keeper, most, made);
    EXPECT_TRUE(second.expired()) << "it was used before all others";
    EXPECT_FALSE(first.expired());
    number_of<Number>(keeper, 1, made);
    EXPECT_EQ(made, most + 2);
}

TEST(Keeper, ServesSeveralThreads) {
    Keeper keeper;
    std::atomic<int> wrong{0};
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            int made = 0;
            for (int i = 0; i < 2000; ++i) wrong += number_of<Number>(keeper, (i * (t + 1)) % 6, made)->number != (i * (t + 1)) % 6;
        });
    threads.clear();
    EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace schoolimp::test
