#include "calendar/uuid.hpp"

#include <bit>

namespace schoolimp::inline v0::calendar_detail {

namespace {

// The namespace of event keys; drawn once at random and never to be changed, or every published event would get a new identity.
constexpr std::uint8_t kNamespace[16] = {0x95, 0x86, 0x1a, 0xc7, 0xe8, 0xa9, 0x48, 0x59, 0xa8, 0x1c, 0x15, 0x54, 0xab, 0xb9, 0x18, 0x49};

class Sha1 {
public:
    void block(const std::uint8_t* bytes) {
        std::array<std::uint32_t, 80> w{};
        for (std::size_t t = 0; t < 16; ++t)
            w[t] = std::uint32_t{bytes[4 * t]} << 24 | std::uint32_t{bytes[4 * t + 1]} << 16 | std::uint32_t{bytes[4 * t + 2]} << 8 | bytes[4 * t + 3];
        for (std::size_t t = 16; t < 80; ++t) w[t] = std::rotl(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
        std::uint32_t a = h_[0], b = h_[1], c = h_[2], d = h_[3], e = h_[4];
        for (std::size_t t = 0; t < 80; ++t) {
            const std::uint32_t f = t < 20 ? ((b & c) | (~b & d)) : t < 40 || t >= 60 ? (b ^ c ^ d) : ((b & c) | (b & d) | (c & d));
            const std::uint32_t k = t < 20 ? 0x5a827999u : t < 40 ? 0x6ed9eba1u : t < 60 ? 0x8f1bbcdcu : 0xca62c1d6u;
            const std::uint32_t next = std::rotl(a, 5) + f + e + k + w[t];
            e = d, d = c, c = std::rotl(b, 30), b = a, a = next;
        }
        h_[0] += a, h_[1] += b, h_[2] += c, h_[3] += d, h_[4] += e;
    }
    std::array<std::uint8_t, 20> digest() const {
        std::array<std::uint8_t, 20> out{};
        for (std::size_t i = 0; i < 20; ++i) out[i] = static_cast<std::uint8_t>(h_[i / 4] >> (24 - 8 * (i % 4)));
        return out;
    }

private:
    std::array<std::uint32_t, 5> h_ = {0x67452301u, 0xefcdab89u, 0x98badcfeu, 0x10325476u, 0xc3d2e1f0u};
};

}  // namespace

std::array<std::uint8_t, 20> sha1(std::string_view bytes) {
    std::string padded(bytes);
    padded += '\x80';
    while (padded.size() % 64 != 56) padded += '\0';
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    for (int shift = 56; shift >= 0; shift -= 8) padded += static_cast<char>(static_cast<unsigned char>(bits >> shift));
    Sha1 hash;
    for (std::size_t at = 0; at < padded.size(); at += 64) hash.block(reinterpret_cast<const std::uint8_t*>(padded.data()) + at);
    return hash.digest();
}

std::string event_uuid(std::string_view key) {
    std::string name(reinterpret_cast<const char*>(kNamespace), sizeof kNamespace);
    name += key;
    std::array<std::uint8_t, 20> hash = sha1(name);
    hash[6] = static_cast<std::uint8_t>((hash[6] & 0x0f) | 0x50);
    hash[8] = static_cast<std::uint8_t>((hash[8] & 0x3f) | 0x80);
    std::string text;
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += "0123456789abcdef"[hash[i] >> 4];
        text += "0123456789abcdef"[hash[i] & 15];
    }
    return text;
}

}  // namespace schoolimp::inline v0::calendar_detail
