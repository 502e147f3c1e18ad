#!/usr/bin/env python3
"""Makes payload_dictionary_v1.zdict: python3 make_payload_dictionary.py OUT.zdict (needs the zstd command).

A dictionary holds literal strings of what it was trained on, and erasure could never reach them there. So it is trained
on payloads made here, of the kinds and in the proportions that an identity system writes: field names and machine words
are real, every name is put together from syllables, every id, address and time is drawn. What a payload repeats of its
event is mostly a reference of one byte (models/replica/payload_references.h). Seeded: the same payloads every time. A
released dictionary never changes; a better one gets the next number, and both are shipped.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

# As PayloadReference numbers them.
TENANT, ACTOR, SOURCE_IP, RECORDED_AT = 1, 2, 4, 5
SYLLABLES = "ba de ki lo mu na pe ri so tu va wo xi za fen gol hur jes kam lin mor nel pol ras sil tan vor wen".split()
CLIENTS = [
    ("Windows 11", "Chrome 128", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/128.0"),
    ("Windows 11", "Edge 128", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/128.0"),
    ("Windows 10", "Firefox 129", "Mozilla/5.0 (Windows NT 10.0; rv:129.0) Firefox/129.0"),
    ("macOS 14", "Safari 17", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1"),
    ("macOS 14", "Chrome 128", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/128.0"),
    ("Ubuntu 24.04", "Firefox 129", "Mozilla/5.0 (X11; Ubuntu; Linux x86_64) Firefox/129.0"),
    ("Debian 12", "Firefox 115", "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Firefox/115.0"),
    ("iOS 17", "Safari 17", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) Mobile/15E148"),
    ("Android 14", "Chrome 128", "Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/128.0"),
    ("iPadOS 17", "Safari 17", "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) Mobile"),
    ("Linux", "curl 8", "curl/8.5.0"),
]
COUNTRIES = ["DE", "FR", "IT", "CH", "AT", "ES", "GB", "US", "NL", "PL", "SE", "JP", "BR", "IN", "RU", "CN", "NG", "UA", "ZA"]
LANGUAGES = ["de", "en", "fr", "it", "es"]
PLANS = ["free", "standard", "business", "enterprise"]
REGIONS = ["eu-west-1", "eu-central-1", "us-east-1", "us-west-2", "ap-south-1"]
REASONS = ["left the company", "on leave", "back from leave", "requested by the service desk", "ticket closed",
           "too many wrong passwords", "identity confirmed", "joined the team"]


def word(rng, syllables):
    return "".join(rng.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def uuid(rng):
    digits = "%032x" % rng.getrandbits(128)
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def hexadecimal(rng, digits):
    return "%0*x" % (digits, rng.getrandbits(4 * digits))


def instant(rng):
    day = f"{rng.randrange(2024, 2028)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"
    return f"{day}T{rng.randrange(24):02}:{rng.randrange(60):02}:{rng.randrange(60):02}.{rng.randrange(10**6):06}Z"


def told(rng, reference, text):
    """What the event itself tells, so that the payload mostly refers to it."""
    return f"<{reference}>" if rng.random() < 0.9 else text


def payload(rng):
    first, last, company = word(rng, 2), word(rng, 3), f"{word(rng, 2)} {word(rng, 2)}"
    user_name = f"{first}.{last}".lower()
    domain = f"{company.lower().replace(' ', '-')}.example"
    email = f"{user_name}@{domain}"
    address = told(rng, SOURCE_IP, ".".join(str(rng.randrange(256)) for _ in range(4)))
    os_name, browser, user_agent = rng.choice(CLIENTS)
    country = rng.choice(COUNTRIES)
    client = {"browser": browser, "country": country, "os": os_name}
    checked = {**client, "checkedAt": told(rng, RECORDED_AT, instant(rng)), "ip": address}
    names = {"displayName": f"{first} {last}", "firstName": first, "lastName": last}
    makers = [
        (60, lambda: {**client, "user_agent": {"description": user_agent, "fingerprint_id": hexadecimal(rng, 16),
                                               "ip": address}}),
        (60, lambda: {**checked, "preferredLanguage": rng.choice(LANGUAGES), "userID": told(rng, ACTOR, uuid(rng)),
                      "userResourceOwner": told(rng, TENANT, uuid(rng))}),
        (60, lambda: {**checked, "userAgent": user_agent}),
        (35, lambda: {"triggerOrigin": f"https://login.{domain}"}),
        (20, lambda: {**names, "email": email, "userName": user_name}),
        (6, lambda: {**names, "email": email, "phone": f"+1 555 {rng.randrange(1000):03} {rng.randrange(1000):03}",
                     "preferredLanguage": rng.choice(LANGUAGES), "userName": user_name}),
        (12, lambda: {**client, "acceptLanguage": rng.choice(LANGUAGES), "remoteIP": address, "userAgent": user_agent,
                      "userAgentID": hexadecimal(rng, 16)}),
        (8, lambda: {"reason": rng.choice(REASONS)}),
        (3, lambda: {"changeRequired": False, "encodedHash": f"$2a$12${hexadecimal(rng, 32)}",
                     "userAgentID": hexadecimal(rng, 16)}),
        (3, lambda: {"description": "Runs unattended", "name": f"Service {word(rng, 2).lower()} {rng.randrange(9)}",
                     "userName": f"svc-{word(rng, 2).lower()}{rng.randrange(9)}"}),
        (2, lambda: {"otpSecret": hexadecimal(rng, 16)}),
        (2, lambda: {"rpID": domain, "webAuthNTokenId": f"passkey-{rng.randrange(9)}", "webAuthNTokenName": "Passkey"}),
        (2, lambda: {"expirationDate": instant(rng), "keyId": f"key-{rng.randrange(9)}", "type": "json"}),
        (2, lambda: {"expiration": instant(rng), "tokenId": hexadecimal(rng, 16)}),
        (2, lambda: {"phone": f"+1 555 {rng.randrange(1000):03} {rng.randrange(1000):03}"}),
        (2, lambda: {"email": email}),
        (2, lambda: {"displayName": f"{first} {last}", "lastName": last}),
        (1, lambda: {"userName": user_name}),
        (1, lambda: {"name": company}),
        (1, lambda: {"plan": rng.choice(PLANS)}),
        (1, lambda: {"region": rng.choice(REGIONS)}),
        (2, lambda: {"userId": uuid(rng)}),
        (2, lambda: {"roleKeys": ["admin", "viewer"], "projectId": uuid(rng), "userId": uuid(rng)}),
        (2, lambda: {"action": rng.choice(["read", "write", "delete"]), "resource": uuid(rng), "type": "document"}),
    ]
    weights = [weight for weight, _ in makers]
    make = rng.choices([maker for _, maker in makers], weights)[0]
    text = json.dumps(make(), sort_keys=True, separators=(",", ":"))
    for reference in (TENANT, ACTOR, SOURCE_IP, RECORDED_AT):
        text = text.replace(f"<{reference}>", chr(reference))
    return text.encode()


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
