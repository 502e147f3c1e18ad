#!/bin/sh
# Checks an evidence bundle of Muniment that was unpacked into the current folder. bundle_v1.md says what is in it.
#
#   sh verify.sh [--all] [KEY]
#
# KEY: the maker's key, as the maker told it to you by another way than this bundle. --all: of a bundle with more than
# 20,000 events, prove every event and not a sample. Exit: 0 when everything holds, 1 when something does not, 2 for
# wrong usage. Needs sh, OpenSSL 3 and coreutils; asks no network and writes nowhere but into a folder of its own.
#
# Bytes are handled as octal escapes (\101\102 ...), which od and tr make and printf understands.
LC_ALL=C
export LC_ALL
set -uf
umask 077

failed() {
    printf 'FAILED: %s\n' "$1" >&2
    exit 1
}

every=
expected=
for argument in "$@"; do
    case $argument in
    --all) every=1 ;;
    -*) printf 'usage: sh verify.sh [--all] [KEY]\n' >&2; exit 2 ;;
    *) expected=$argument ;;
    esac
done
for tool in openssl sha256sum base64 od tr sort head tail cat wc mktemp mkdir rm; do
    command -v "$tool" > /dev/null || failed "This script needs $tool, which is not there."
done
case $(openssl pkeyutl -help 2>&1) in
*-rawin*) ;;
*) failed "This OpenSSL cannot verify Ed25519 signatures; version 3.0 or later can." ;;
esac
[ -f manifest.json ] && [ -f manifest.sig ] || failed "There is no manifest.json with a manifest.sig in this folder."
work=$(mktemp -d) || failed "There is no place for temporary files."
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

escapes() { od -An -v -to1 | tr ' ' '\\'; } # sixteen bytes a line
escaped() { escapes | tr -d '\n'; }
same() { [ "$(sha256sum < "$1")" = "$(sha256sum < "$2")" ]; }

# ---- Keys: keys.txt, a line each: NAME+ID+BASE64(type, 32 bytes)

keys=0
while IFS= read -r key; do
    keys=$((keys + 1))
    name=${key%%+*}
    rest=${key#*+}
    id=${rest%%+*}
    printf '%s' "${rest#*+}" | base64 -d > "$work/key.$keys" 2> /dev/null
    [ "$(base64 < "$work/key.$keys" | tr -d '\n')" = "${rest#*+}" ] && [ "$(wc -c < "$work/key.$keys")" -eq 33 ] ||
        failed "keys.txt: line $keys is not a key."
    real=$({ printf '%s\n' "$name"; cat "$work/key.$keys"; } | sha256sum | head -c 8)
    [ "$real" = "$id" ] || failed "keys.txt: the id of line $keys is not that of its key."
    { printf '\060\052\060\005\006\003\053\145\160\003\041\000'; tail -c 32 "$work/key.$keys"; } > "$work/der.$keys"
    case $(head -c 1 "$work/key.$keys" | escaped) in
    '\001') eval "length_$keys=68" ;;
    '\004') eval "length_$keys=76" ;;
    *) failed "keys.txt: line $keys is a key of an unknown kind." ;;
    esac
    eval "key_$keys=\$key id_$keys=\$name+\$id"
    printf '%s\n' "$key" >> "$work/keys"
done < keys.txt
[ "$keys" -gt 0 ] && same keys.txt "$work/keys" || failed "keys.txt is not a list of keys."

# ---- Signed notes: who of the keys has signed the text in file $1, by the signature lines in file $2. Sets `signer` to
# the first one's number; a line of a known key that does not verify fails.

signatures=0
who_signed() {
    signer=
    while IFS= read -r line; do
        case $line in
        '— '*' '*) ;;
        *) failed "$3: what should be a signature is none." ;;
        esac
        line=${line#— }
        signatures=$((signatures + 1))
        file=$work/signature.$signatures
        printf '%s' "${line#* }" | base64 -d > "$file" 2> /dev/null
        [ "$(base64 < "$file" | tr -d '\n')" = "${line#* }" ] || failed "$3: a signature is not what base64 makes."
        id="${line%% *}+$(head -c 4 "$file" | od -An -v -tx1 | tr -d ' \n')"
        k=0
        while [ "$k" -lt "$keys" ]; do
            k=$((k + 1))
            eval "known=\$id_$k length=\$length_$k"
            [ "$known" = "$id" ] || continue
            [ "$(wc -c < "$file")" -eq "$length" ] || failed "$3: the signature by $id has another length."
            if [ "$length" -eq 76 ]; then # with the time at which it was made
                set -- "$1" "$2" "$3" $(head -c 12 "$file" | tail -c 8 | od -An -v -to1)
                [ $((0$4)) -lt 128 ] || failed "$3: the time of a signature is none."
                time=$(((((((0$4 * 256 + 0$5) * 256 + 0$6) * 256 + 0$7) * 256 + 0$8) * 256 + 0$9)))
                time=$(((time * 256 + 0${10}) * 256 + 0${11}))
                { printf 'cosignature/v1\ntime %s\n' "$time"; cat "$1"; } > "$file.message"
            else
                cat "$1" > "$file.message"
            fi
            tail -c 64 "$file" > "$file.bytes"
            openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/der.$k" -rawin -in "$file.message" \
                -sigfile "$file.bytes" > /dev/null 2>&1 ||
                failed "$3: the signature by $id is not of this text."
            signer=${signer:-$k}
        done
    done < "$2"
    [ -n "$signer" ] || failed "$3: none of the keys in keys.txt has signed it."
}

# Splits file $1 into notes: $work/$2.N.text and $work/$2.N.lines for N from 0; `notes` is their number. Each is a text,
# a blank line, signature lines, and, when $3 is yes, another blank line.
split_notes() {
    notes=0
    part=text
    while IFS= read -r line; do
        if [ -n "$line" ]; then
            printf '%s\n' "$line" >> "$work/$2.$notes.$part"
        elif [ "$part" = text ]; then
            part=lines
        else
            part=text
            notes=$((notes + 1))
        fi
    done < "$1"
    [ "$3" = yes ] || notes=$((notes + 1))
    i=0
    while [ "$i" -lt "$notes" ]; do
        [ -f "$work/$2.$i.text" ] && [ -f "$work/$2.$i.lines" ] || failed "$1: note $i is not a signed note."
        cat "$work/$2.$i.text"
        echo
        cat "$work/$2.$i.lines"
        [ "$3" = no ] || echo
        i=$((i + 1))
    done > "$work/$2.again"
    same "$1" "$work/$2.again" || failed "$1 is not made of signed notes."
}

# ---- The manifest and its signature

split_notes manifest.sig manifest no
who_signed "$work/manifest.0.text" "$work/manifest.0.lines" manifest.sig
maker=$signer
eval "makerKey=\$key_$maker"
[ -z "$expected" ] || [ "$expected" = "$makerKey" ] ||
    failed "The manifest is signed by $makerKey, and not by the key that you expect."
{ IFS= read -r origin; IFS= read -r count; IFS= read -r root; } < "$work/manifest.0.text"
[ "$(openssl dgst -sha256 -binary manifest.json | base64)" = "$root" ] ||
    failed "manifest.json is not the manifest that was signed."

version= id= events= seen=' ' entries=0 bad=
while IFS= read -r line; do
    case $line in
    '  "version": '*) version=${line#*: }; version=${version%,} ;;
    '  "id": "'*) id=${line#*: \"}; id=${id%%\"*} ;;
    '  "events": '*) events=${line#*: }; events=${events%,} ;;
    '    {"name":"'*)
        name=${line#*\{\"name\":\"}
        name=${name%%\"*}
        hash=${line#*\"sha256\":\"}
        hash=${hash%%\"*}
        size=${line##*\"size\":}
        size=${size%%\}*}
        case $size in
        '' | *[!0-9]*) failed "The manifest says no size of $name." ;;
        esac
        case $name in
        events.jsonl | leaves.bin | blocks.bin | siblings.bin | trees.txt | checkpoints.txt | keys.txt | \
            catalogue.json | leaf_v1.md | bundle_v1.md | index.html | verify.sh | courier.txt | access.json) ;;
        *) failed "The manifest names a file that a bundle does not have." ;;
        esac
        case $seen in
        *" $name "*) failed "The manifest names $name twice." ;;
        esac
        seen="$seen$name "
        entries=$((entries + 1))
        if [ ! -f "$name" ] || [ -L "$name" ]; then
            printf 'FAILED: %s is missing.\n' "$name" >&2
            bad=1
        elif [ "$(wc -c < "$name")" -ne "$size" ] || [ "$(sha256sum < "$name" | head -c 64)" != "$hash" ]; then
            printf 'FAILED: %s is not the file that was signed.\n' "$name" >&2
            bad=1
        fi
        ;;
    esac
done < manifest.json
[ "$version" = 1 ] || failed "The bundle is of a version that this script does not know."
[ "$origin" = "muniment/bundle/$id" ] || failed "manifest.sig is of another bundle."
[ "$count" = "$entries" ] || failed "manifest.sig is of another number of files."
for name in events.jsonl leaves.bin blocks.bin siblings.bin trees.txt checkpoints.txt keys.txt catalogue.json \
    leaf_v1.md bundle_v1.md index.html verify.sh; do
    case $seen in
    *" $name "*) ;;
    *) failed "The manifest does not name $name." ;;
    esac
done
[ -z "$bad" ] || exit 1
set +f
for name in * .[!.]*; do
    case "$seen manifest.json manifest.sig .[!.]* " in
    *" $name "*) ;;
    *) failed "There is a file that the manifest does not name: $name" ;;
    esac
done
set -f
[ "$(wc -l < events.jsonl)" -eq "$events" ] || failed "events.jsonl has not as many events as the manifest says."

# ---- Checkpoints, and the trees that they are of

split_notes checkpoints.txt checkpoint yes
i=0
vouching=' '
while [ "$i" -lt "$notes" ]; do
    who_signed "$work/checkpoint.$i.text" "$work/checkpoint.$i.lines" "checkpoints.txt: note $i"
    case $vouching in
    *" $signer "*) ;;
    *) vouching="$vouching$signer " ;;
    esac
    i=$((i + 1))
done
kTree=1000000000          # added to numbers, so that all have the same width and sort as texts
kIndex=1000000000000000000
trees=0 logs=0 heads=0 sealedNow=0 largest=1
: > "$work/heads"
: > "$work/proved"

bytes_of() { # number $1 as $2 bytes
    shift=$(($2 * 8))
    while [ "$shift" -gt 0 ]; do
        shift=$((shift - 8))
        printf '\\%03o' $((($1 >> shift) & 255))
    done
}

# What a region's state says of a tree (leaf_v1.md): tenant $1 as an origin has it, epoch $2, size $3, root $4.
head_of() {
    rest=$1
    format=
    while :; do
        case $rest in
        *%*)
            format=$format${rest%%\%*}
            rest=${rest#*\%}
            format=$format$(printf '\\%03o' "0x${rest%"${rest#??}"}")
            rest=${rest#??}
            ;;
        *) break ;;
        esac
    done
    printf "$format$rest" > "$work/tenant.$trees"
    printf 'muniment-head/1\n' | escaped
    bytes_of "$(wc -c < "$work/tenant.$trees")" 4
    escaped < "$work/tenant.$trees"
    bytes_of "$2" 4
    bytes_of "$3" 8
    printf '%s' "$4" | base64 -d | escaped
}

while read -r origin size root how number; do
    case $number$size in
    *[!0-9]*) failed "trees.txt: line $trees is not a tree." ;;
    esac
    tree=$((kTree + trees))
    case $origin in
    *[!A-Za-z0-9._~%/-]*) failed "trees.txt: line $trees is not a tree." ;;
    muniment/region/*) eval "state_$tree=1" ;;
    muniment/tenant/*/*/*) logs=$((logs + 1)) ;;
    *) failed "trees.txt: line $trees is not a tree." ;;
    esac
    case $how in
    kept | now)
        [ "$number" -lt "$notes" ] || failed "trees.txt: line $trees names a checkpoint that is not there."
        { IFS= read -r noteOrigin; IFS= read -r noteSize; IFS= read -r noteRoot; } < "$work/checkpoint.$number.text"
        [ "$origin" = "$noteOrigin" ] && [ "$size" = "$noteSize" ] && [ "$root" = "$noteRoot" ] ||
            failed "trees.txt: line $trees is not what its checkpoint says."
        [ "$how" = kept ] || sealedNow=$((sealedNow + 1))
        ;;
    state)
        names=${origin#muniment/tenant/}
        region=${names%%/*}
        names=${names#*/}
        printf '%s %s\n' "$((kTree + number))" "$(head_of "${names%/*}" "${origin##*/}" "$size" "$root")" >> "$work/heads"
        printf '%s %s\n' "$((kTree + number))" "$region" >> "$work/proved"
        heads=$((heads + 1))
        ;;
    *) failed "trees.txt: line $trees is not a tree." ;;
    esac
    eval "size_$tree=\$size origin_$tree=\$origin"
    printf '%s:%s %s\n' "$tree" "$kIndex" "$(printf '%s' "$root" | base64 -d | escaped)" >> "$work/roots"
    [ "$size" -le "$largest" ] || largest=$size
    trees=$((trees + 1))
done < trees.txt
[ "$logs" -gt 0 ] || failed "trees.txt names no log."
while read -r tree region; do
    eval "origin=\${origin_$tree:-}"
    case $origin in
    muniment/region/*/"$region"/*) ;;
    *) failed "trees.txt: a log of $region is proved by what is not a state of that region." ;;
    esac
done < "$work/proved"

# ---- Leaves: from each to its block's root, and from the blocks' roots to their tree's

# Numbers of a word of sixteen bytes: 4 + 4 + 8, 4 + 8 + 4 and 8 + 8 of them.
parse_4_4_8() {
    IFS='\'; set -- $1; IFS=$space
    a=$((((0$2 * 256 + 0$3) * 256 + 0$4) * 256 + 0$5))
    b=$((((0$6 * 256 + 0$7) * 256 + 0$8) * 256 + 0$9))
    c=$((((0${10} * 256 + 0${11}) * 256 + 0${12}) * 256 + 0${13}))
    c=$(((((c * 256 + 0${14}) * 256 + 0${15}) * 256 + 0${16}) * 256 + 0${17}))
}
parse_4_8_4() {
    IFS='\'; set -- $1; IFS=$space
    a=$((((0$2 * 256 + 0$3) * 256 + 0$4) * 256 + 0$5))
    b=$((((0$6 * 256 + 0$7) * 256 + 0$8) * 256 + 0$9))
    b=$(((((b * 256 + 0${10}) * 256 + 0${11}) * 256 + 0${12}) * 256 + 0${13}))
    c=$((((0${14} * 256 + 0${15}) * 256 + 0${16}) * 256 + 0${17}))
}
parse_8_8() {
    IFS='\'; set -- $1; IFS=$space
    a=$((((0$2 * 256 + 0$3) * 256 + 0$4) * 256 + 0$5))
    a=$(((((a * 256 + 0$6) * 256 + 0$7) * 256 + 0$8) * 256 + 0$9))
    b=$((((0${10} * 256 + 0${11}) * 256 + 0${12}) * 256 + 0${13}))
    b=$(((((b * 256 + 0${14}) * 256 + 0${15}) * 256 + 0${16}) * 256 + 0${17}))
}
space=$IFS

# Lines "KEY HASH" for the keys in $3 and the files of folder $1, into file $2.
hash_all() {
    files=$1
    lines=$2
    set -- $3
    half=
    for word in $(set +f; cd "$files" && openssl dgst -sha256 -binary * | escapes); do
        if [ -z "$half" ]; then
            half=$word
            continue
        fi
        printf '%s %s%s\n' "$1" "$half" "$word"
        shift
        half=
    done > "$lines"
    [ "$#" -eq 0 ] || failed "OpenSSL did not hash everything."
}

# From the nodes of level $2 in file $1, with the siblings of that level in $3.s$2, to those above, in file $3.l(N+1).
level_up() {
    nodes=$1
    if [ -f "$3.s$2" ]; then
        sort "$1" "$3.s$2" > "$3.m$2"
        nodes=$3.m$2
    fi
    mkdir "$3.p$2"
    above= waiting= key= file=1000000
    for word in $(cat "$nodes"); do
        if [ -z "$key" ]; then
            key=$word
            continue
        fi
        tree=${key%%:*}
        index=$((${key#*:} - kIndex))
        key=
        if [ -n "$waiting" ]; then
            [ "$tree:$index" = "$waitingFor" ] || failed "A proof has not the nodes that it needs ($tree:$index)."
            file=$((file + 1))
            printf "\\001$waiting$word" > "$3.p$2/$file"
            above="$above $tree:$((kIndex + index / 2))"
            waiting=
            continue
        fi
        eval "size=\${size_$tree:-0}"
        last=$(((size - 1) >> $2))
        [ $((index % 2)) -eq 0 ] && [ "$index" -le "$last" ] ||
            failed "A proof has not the nodes that it needs ($tree:$index)."
        if [ "$index" -eq "$last" ]; then
            printf '%s %s\n' "$tree:$((kIndex + index / 2))" "$word" >> "$3.alone$2"
        else
            waiting=$word
            waitingFor=$tree:$((index + 1))
        fi
    done
    [ -z "$waiting" ] || failed "A proof ends before its time."
    if [ -n "$above" ]; then
        hash_all "$3.p$2" "$3.h$2" "$above"
    else
        : > "$3.h$2"
    fi
    if [ -f "$3.alone$2" ]; then
        sort "$3.h$2" "$3.alone$2" > "$3.l$(($2 + 1))"
    else
        cat "$3.h$2" > "$3.l$(($2 + 1))"
    fi
    rm -rf "$3.p$2"
}

# Siblings $1 (from 0, in records) to $1 + $2 of levels $3 to $4, into files $5.sLEVEL.
read_siblings() {
    at=header
    for word in $(tail -c "+$(($1 * 48 + 1))" siblings.bin | head -c $(($2 * 48)) | escapes); do
        case $at in
        header)
            parse_4_4_8 "$word"
            [ "$b" -ge "$3" ] && [ "$b" -lt "$4" ] && [ "$c" -ge 0 ] ||
                failed "siblings.bin: a node is of a level that does not belong there."
            at=first
            ;;
        first)
            half=$word
            at=second
            ;;
        second)
            printf '%s:%s %s%s\n' "$((kTree + a))" "$((kIndex + c))" "$half" "$word" >> "$5.s$b"
            at=header
            ;;
        esac
    done
    [ "$at" = header ] || failed "siblings.bin ends within a node."
}

# The blocks in file $work/batch.N.blocks ("KEY HASH" lines): leaves.bin from $2 for $3 bytes, siblings from $4, $5 records.
check_batch() {
    base=$work/batch.$1
    mkdir "$base.leaves"
    leaves= left=0 leafFile=1000000 leafKey=
    for word in $(tail -c "+$(($2 + 1))" leaves.bin | head -c "$3" | escapes); do
        if [ "$left" -eq 0 ]; then
            parse_4_8_4 "$word"
            [ "$c" -gt 0 ] || failed "leaves.bin has a leaf without bytes."
            leafKey=$((kTree + a)):$((kIndex + b))
            left=$(((c + 15) / 16))
            filling=$((left * 16 - c))
            leaf=
            continue
        fi
        leaf=$leaf$word
        left=$((left - 1))
        [ "$left" -eq 0 ] || continue
        while [ "$filling" -gt 0 ]; do
            case $leaf in
            *\\000) leaf=${leaf%????} ;;
            *) failed "leaves.bin: what fills up a leaf is not zero." ;;
            esac
            filling=$((filling - 1))
        done
        leafFile=$((leafFile + 1))
        printf "\\000$leaf" > "$base.leaves/$leafFile"
        eval "isState=\${state_${leafKey%%:*}:-}"
        if [ -n "$isState" ]; then
            printf '%s %s\n' "${leafKey%%:*}" "$leaf" >> "$work/found"
            proved=$((proved - 1))
        fi
        leaves="$leaves $leafKey"
    done
    [ "$left" -eq 0 ] && [ "$leafFile" -gt 1000000 ] || failed "leaves.bin ends within a leaf."
    proved=$((proved + leafFile - 1000000))
    hash_all "$base.leaves" "$base.unsorted" "$leaves"
    sort "$base.unsorted" > "$base.l0"
    same "$base.l0" "$base.unsorted" || failed "leaves.bin: leaves are not in their order."
    rm -rf "$base.leaves"
    [ "$5" -eq 0 ] || read_siblings "$4" "$5" 0 10 "$base"
    level=0
    while [ "$level" -lt 10 ]; do
        level_up "$base.l$level" "$level" "$base"
        level=$((level + 1))
    done
    same "$base.l10" "$base.blocks" || failed "Leaves do not lead to the roots of their blocks (from byte $2 of leaves.bin)."
    (set +f; rm -rf "$base".*)
}

# Of a sample one batch in $step; one with a region's state in any case, and the last when there was none before it.
flush_batch() {
    [ "$batchLeaves" -gt 0 ] || return 0
    if [ $((batch % step)) -eq "$offset" ] || [ -n "$batchState" ] || [ "$1$proved" = last0 ]; then
        check_batch "$batch" "$batchLeaf" "$batchBytes" "$batchSibling" "$batchSiblings"
    fi
    batch=$((batch + 1))
    batchLeaves=0 batchBytes=0 batchSiblings=0 batchState=
}

step=1
[ -n "$every" ] || [ "$events" -le 20000 ] || step=$(((events / 1000 + $(wc -c < siblings.bin) / 192000) / 20 + 1))
offset=$(($(od -An -N4 -tu4 /dev/urandom) % step))
batch=0 batchLeaves=0 batchBytes=0 batchSiblings=0 batchState= proved=0 total=0 number=0 leafAt=0 siblingAt=0 at=1
for word in $(escapes < blocks.bin); do
    case $at in
    1) parse_4_4_8 "$word"; tree=$a leaves=$b block=$c at=2 ;;
    2) parse_8_8 "$word"; bytes=$a siblings=$b at=3 ;;
    3) half=$word at=4 ;;
    4)
        at=1
        key=$((kTree + tree)):$((kIndex + block))
        printf '%s %s%s\n' "$key" "$half" "$word" >> "$work/top.l10"
        [ "$bytes" -gt 0 ] && [ "$siblings" -ge 0 ] && [ "$siblings" -le 10240 ] && [ "$leaves" -gt 0 ] ||
            failed "blocks.bin: block $number is none."
        if [ "$batchLeaves" -eq 0 ]; then
            batchLeaf=$leafAt batchSibling=$siblingAt
        fi
        printf '%s %s%s\n' "$key" "$half" "$word" >> "$work/batch.$batch.blocks"
        eval "batchState=\$batchState\${state_${key%%:*}:-}"
        batchLeaves=$((batchLeaves + leaves))
        batchBytes=$((batchBytes + bytes))
        batchSiblings=$((batchSiblings + siblings))
        leafAt=$((leafAt + bytes))
        siblingAt=$((siblingAt + siblings))
        total=$((total + leaves))
        number=$((number + 1))
        if [ "$batchLeaves" -ge 1000 ] || [ "$batchSiblings" -ge 4000 ]; then
            flush_batch middle
            at=1
        fi
        ;;
    esac
done
[ "$at" -eq 1 ] && [ "$number" -gt 0 ] || failed "blocks.bin ends within a block."
flush_batch last
[ "$leafAt" -eq "$(wc -c < leaves.bin)" ] || failed "leaves.bin has not the leaves that blocks.bin tells of."
[ "$total" -eq $((events + heads)) ] || failed "There are not as many leaves as events."
[ "$heads" -eq 0 ] || sort -s -k 1,1 "$work/heads" > "$work/expected"
[ "$heads" -eq 0 ] || same "$work/expected" "$work/found" || failed "A region's state does not say what trees.txt says of its logs."
[ "$step" -gt 1 ] || [ "$proved" -eq "$events" ] || failed "There are not as many leaves as blocks.bin says."
sort "$work/top.l10" > "$work/top.sorted"
same "$work/top.l10" "$work/top.sorted" || failed "blocks.bin: blocks are not in their order."
above=$(($(wc -c < siblings.bin) / 48 - siblingAt))
[ "$above" -ge 0 ] || failed "siblings.bin has not the nodes that blocks.bin tells of."
[ "$above" -eq 0 ] || read_siblings "$siblingAt" "$above" 10 63 "$work/top"
[ $(((siblingAt + above) * 48)) -eq "$(wc -c < siblings.bin)" ] || failed "siblings.bin ends within a node."
level=10
while [ $(((largest - 1) >> level)) -gt 0 ]; do
    level_up "$work/top.l$level" "$level" "$work/top"
    level=$((level + 1))
done
top=$work/top.l$level
while [ "$level" -lt 63 ]; do
    [ ! -f "$work/top.s$level" ] || failed "siblings.bin has nodes that no proof needs."
    level=$((level + 1))
done
same "$top" "$work/roots" || failed "Leaves do not lead to the roots that the checkpoints say."

# ---- What holds

printf 'Everything holds: %s events in %s logs' "$events" "$logs"
if [ "$proved" -lt "$events" ]; then
    printf '; %s of them, a sample, were proved leaf by leaf (--all proves all)' "$proved"
fi
printf '.\n'
[ "$sealedNow" -eq 0 ] || printf '%s of the logs were sealed by the maker of this bundle, when it was made.\n' "$sealedNow"
for k in $vouching; do
    eval "key=\$key_$k"
    printf 'Checkpoints are signed by  %s\n' "$key"
done
printf 'The bundle is signed by    %s\n' "$makerKey"
printf 'SHA-256 of that key:       %s\n' "$(tail -c 32 "$work/key.$maker" | sha256sum | head -c 64)"
if [ -z "$expected" ]; then
    printf 'Whose key that is, only you can know: compare it with what the maker told you by another way.\n'
fi
