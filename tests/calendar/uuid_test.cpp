#include "calendar/uuid.hpp"

#include <gtest/gtest.h>

#include <set>

namespace schoolimp::calendar_detail {
namespace {

std::string hex(const std::array<std::uint8_t, 20>& digest) {
    std::string text;
    for (const std::uint8_t byte : digest) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

TEST(Sha1, GivesThePublishedDigests) {  // FIPS 180-4 examples
    EXPECT_EQ(hex(sha1("")), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    EXPECT_EQ(hex(sha1("abc")), "a9993e364706816aba3e25717850c26c9cd0d89d");
    EXPECT_EQ(hex(sha1("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")), "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
    EXPECT_EQ(hex(sha1(std::string(1'000'000, 'a'))), "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}

TEST(EventUuid, IsAVersion5Uuid) {
    const std::string id = event_uuid("trust/s1/2026/review/1");
    ASSERT_EQ(id.size(), 36u);
    EXPECT_EQ(id[14], '5');
    EXPECT_NE(std::string("89ab").find(id[19]), std::string::npos);
    EXPECT_EQ(id, event_uuid("trust/s1/2026/review/1"));
    EXPECT_NE(id, event_uuid("trust/s1/2026/review/2"));
}

// Published feeds hold these: a change would give every event of every trust a new identity.
TEST(EventUuid, NeverChanges) { EXPECT_EQ(event_uuid("trust/s1/2026/review/1"), "d00449fa-dfff-5c43-a520-a13661d4a52c"); }

TEST(EventUuid, DoesNotCollideInATrust) {
    std::set<std::string> ids;
    for (int i = 0; i < 50'000; ++i) ids.insert(event_uuid("trust/s/" + std::to_string(i)));
    EXPECT_EQ(ids.size(), 50'000u);
}

}  // namespace
}  // namespace schoolimp::calendar_detail
