#!/usr/bin/env python3
"""Makes payload_dictionary_v1.zdict: python3 make_payload_dictionary.py OUT.zdict (needs the zstd command).

A dictionary holds literal strings of what it was trained on, and erasure could never reach them there. So it is trained
on payloads made here: field names and machine words are real, every name is put together from syllables, and addresses
come from the documentation ranges. Seeded: the same payloads every time. A released dictionary never changes; a better
one gets the next number, and both are shipped.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

SYLLABLES = "ba de ki lo mu na pe ri so tu va wo xi za fen gol hur jes kam lin mor nel pol ras sil tan vor wen".split()
OS_NAMES = ["Windows 10", "Windows 11", "macOS 13", "macOS 14", "Ubuntu 22.04", "Debian 12", "iOS 17", "Android 13", "Android 14"]
BROWSERS = ["Firefox 115", "Firefox 121", "Chrome 119", "Chrome 120", "Edge 120", "Safari 16", "Safari 17"]
COUNTRIES = ["DE", "FR", "IT", "CH", "AT", "ES", "GB", "US", "NL", "PL", "SE", "JP", "BR", "IN"]
LANGUAGES = ["de", "en", "fr", "it", "es"]
PLANS = ["free", "standard", "business", "enterprise"]
REGIONS = ["eu-west-1", "eu-central-1", "us-east-1", "us-west-2", "ap-south-1"]
REASONS = ["left the company", "joined the team", "requested by the service desk", "too many failed attempts", "ticket closed"]


def word(rng, syllables):
    return "".join(rng.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def uuid(rng):
    digits = "%032x" % rng.getrandbits(128)
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def payload(rng):
    first, last, company = word(rng, 2), word(rng, 3), word(rng, 2)
    user_name = f"{first}.{last}".lower()
    email = f"{user_name}@{company.lower()}.example"
    address = f"192.0.2.{rng.randrange(256)}"
    login = {
        "browser": rng.choice(BROWSERS), "country": rng.choice(COUNTRIES), "ip": address, "os": rng.choice(OS_NAMES),
        "userAgent": f"Mozilla/5.0 ({rng.choice(OS_NAMES)}) {rng.choice(BROWSERS)}", "userAgentId": str(rng.getrandbits(60)),
    }
    makers = [
        (2, lambda: {"name": company}),
        (1, lambda: {"plan": rng.choice(PLANS)}),
        (1, lambda: {"region": rng.choice(REGIONS)}),
        (1, lambda: {"reason": rng.choice(REASONS)}),
        (6, lambda: {"displayName": f"{first} {last}", "email": email, "firstName": first, "lastName": last,
                     "preferredLanguage": rng.choice(LANGUAGES), "userName": user_name}),
        (2, lambda: {"description": "service account", "name": f"{company} sync", "userName": f"{company.lower()}-sync"}),
        (2, lambda: {"displayName": f"{first} {last}", "lastName": last}),
        (2, lambda: {"email": email}),
        (1, lambda: {"phone": f"+4930{rng.randrange(10**7):07}"}),
        (1, lambda: {"userName": user_name}),
        (14, lambda: login),
        (8, lambda: {**login, "sessionId": uuid(rng), "userId": uuid(rng)}),
        (4, lambda: {**login, "attempt": rng.randrange(1, 6), "reason": "wrong password"}),
        (3, lambda: {"clientInfo": login, "domain": f"{company.lower()}.example", "userAgent": {"ip": address}}),
        (2, lambda: {"mfaType": rng.choice(["otp", "u2f", "passkey"]), "tokenId": uuid(rng)}),
        (3, lambda: {"expirationDate": f"2026-{rng.randrange(1, 13):02}-01T00:00:00Z", "scopes": ["openid", "profile", "email"]}),
        (2, lambda: {"roleKeys": ["admin", "viewer"], "projectId": uuid(rng), "userId": uuid(rng)}),
        (2, lambda: {"action": rng.choice(["read", "write", "delete"]), "resource": uuid(rng), "type": "document"}),
    ]
    weights = [weight for weight, _ in makers]
    make = rng.choices([maker for _, maker in makers], weights)[0]
    return json.dumps(make(), sort_keys=True, separators=(",", ":")).encode()


def main():
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        samples = []
        for number in range(20_000):
            sample = pathlib.Path(folder, str(number))
            sample.write_bytes(payload(rng))
            samples.append(str(sample))
        listing = pathlib.Path(folder, "list")
        listing.write_text("\n".join(samples))
        subprocess.run(["zstd", "-q", "--train", "--maxdict=32768", "--dictID=1", "--filelist", str(listing),
                        "-o", sys.argv[1], "-f"], check=True)


main()
