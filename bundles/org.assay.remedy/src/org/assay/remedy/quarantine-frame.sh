#!/bin/sh
# Assay: moves files that an analyst has judged into a quarantine folder, each only if its SHA-256 is still the one judged.
#
# Without --apply nothing is changed: every file is checked and what would happen is shown. With --undo the files go back from the
# quarantine folder to where they were, each only if its SHA-256 is unchanged and its old place is free.
# Nothing is overwritten. Nothing is moved through a link. The file named with every item is exact, byte for byte: where its name holds
# anything but printable ASCII it is spelled with octal escapes, so that what is read here is what is run.
#
# Exit code: 0 everything is done or would be done, 1 something was left where it is, 2 nothing was done for a wrong call.

set -u
set -f
unset IFS CDPATH
LC_ALL=C
PATH=/usr/bin:/bin:/usr/sbin:/sbin:/usr/local/bin
export LC_ALL PATH
umask 077

apply=no
undo=no
moved=0
already=0
left=0

fail() {
    printf 'quarantine.sh: %s\n' "$1" >&2
    exit 2
}

usage() {
    if [ "$trees" -eq 1 ]; then
        printf '%s\n' 'Usage: sh quarantine.sh [--apply] [--undo] ROOT QUARANTINE'
    else
        printf '%s\n' 'Usage: sh quarantine.sh [--apply] [--undo] --tree NAME=ROOT [--tree NAME=ROOT] ... QUARANTINE'
    fi
    printf '%s\n' '  ROOT        the folder where the tree is mounted, / for the running system' \
        '  QUARANTINE  the folder that takes the files; it is made if the folder above it exists' \
        '  --apply     move the files; without it nothing is changed' \
        '  --undo      move them back from QUARANTINE to ROOT; without --apply this too is only shown' \
        'Trees named in this script:'
    tree_names
}

wrong_call() {
    usage >&2
    exit 2
}

# Sets name to what $1 spells: each byte but printable ASCII is an octal escape, and a percent sign stands twice. The marks keep line feeds
# at the end, which a substitution would take off. It is a format on purpose: the one place where every POSIX shell reads octal escapes alike.
# shellcheck disable=SC2059,SC2317 # and not every script has such names
unescape() {
    name=$(printf "<$1>")
    name=${name#<}
    name=${name%>}
}

#@trees

# Sets resolved to the folder $1 as an absolute path without links; empty for the root folder.
resolve() {
    case $1 in
        /*) resolved=$1 ;;
        *) resolved=./$1 ;;
    esac
    resolved=$(cd "$resolved" 2>/dev/null && pwd -P && printf x) || return 1
    resolved=${resolved%?x}
    if [ "$resolved" = / ]; then
        resolved=
    fi
}

use_quarantine() {
    name=${1%/}
    if [ -d "$1" ]; then
        resolve "$1" || fail 'QUARANTINE cannot be entered.'
        quarantine=$resolved
    elif [ -e "$name" ] || [ -h "$name" ]; then
        fail 'QUARANTINE is there already and is not a folder.'
    else
        case $name in
            */*)
                above=${name%/*}
                name=${name##*/}
                ;;
            *) above=. ;;
        esac
        case $name in
            '' | . | ..) fail 'QUARANTINE has no name of its own.' ;;
        esac
        resolve "${above:-/}" || fail 'The folder that is to hold QUARANTINE does not exist. Make it first.'
        quarantine=$resolved/$name
    fi
    if [ -z "$quarantine" ]; then
        fail 'QUARANTINE cannot be the root folder.'
    fi
    log=$quarantine/quarantine-log.txt
    if [ -h "$log" ]; then
        fail 'The log in QUARANTINE is a link. Use another folder.'
    fi
}

# Goes on with tree number $1, mounted at $2.
tree() {
    store=tree-$1
    mounted=$2
    root=
    if [ -n "$mounted" ]; then
        resolve "$mounted" || fail "The ROOT of tree $1 is not a folder that can be entered."
        root=$resolved
        case $root/ in
            "$quarantine"/*) fail "The ROOT of tree $1 lies in QUARANTINE. Use another folder." ;;
        esac
    fi
}

# SHA-256 of the standard input, the digest first on the line.
digest() {
    case $digester in
        sha256sum) sha256sum ;;
        shasum) shasum -a 256 ;;
        openssl) openssl dgst -sha256 -r ;;
    esac
}

find_digester() {
    for digester in sha256sum shasum openssl; do
        if command -v "$digester" >/dev/null 2>&1; then
            known=$(printf abc | digest 2>/dev/null)
            if [ "${known%% *}" = ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad ]; then
                return
            fi
        fi
    done
    fail 'No program for SHA-256 works here: sha256sum, shasum or openssl is needed.'
}

has_content() {
    found=$({ digest < "$1"; } 2>/dev/null)
    [ "${found%% *}" = "$2" ]
}

# Whether a folder between $1 and the last name of $2 is a link or no folder. One that is not there is neither.
is_diverted() {
    at=$1
    rest=$2
    while :; do
        case $rest in
            */*) ;;
            *) return 1 ;;
        esac
        at=$at/${rest%%/*}
        rest=${rest#*/}
        if [ -h "$at" ]; then
            return 0
        fi
        if [ -e "$at" ] && [ ! -d "$at" ]; then
            return 0
        fi
    done
}

say() {
    printf 'change %s: %s: %s\n' "$change" "$1" "$shown"
}

leave() {
    left=$((left + 1))
    say "LEFT, $1"
}

record() {
    printf '%s\t%s\tchange %s\tSHA-256 %s\t%s\t%s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$1" "$change" "$sha256" "$store" "$shown" \
        >> "$log"
}

move() {
    if [ "$undo" = no ] && ! mkdir -p -- "${to%/*}" 2>/dev/null; then
        leave 'its folder in the quarantine could not be made'
        return
    fi
    mv -n -- "$from" "$to" 2>/dev/null
    if [ -e "$from" ] || [ ! -f "$to" ]; then
        leave 'the system did not move it'
    elif has_content "$to" "$sha256"; then
        moved=$((moved + 1))
        say "$did"
        record "$did"
    else
        leave 'it was moved, but it changed on the way: its SHA-256 is another one'
        record "$did, SHA-256 DIFFERS"
    fi
}

# One file: number of its change, SHA-256, path below the tree, and how to show that path where it does not show as it is.
item() {
    change=$1
    sha256=$2
    shown=${4-$3}
    place=$root/$3
    stored=$quarantine/$store/$3
    from=$place to=$stored did=quarantined
    if [ "$undo" = yes ]; then
        from=$stored to=$place did='put back'
    fi
    if [ -z "$mounted" ]; then
        leave 'the ROOT of its tree was not given'
        return
    fi
    case $place in
        "$quarantine"/*)
            leave 'it lies in QUARANTINE'
            return
            ;;
    esac
    if is_diverted "$root" "$3" || is_diverted "$quarantine" "$store/$3"; then
        leave 'a folder above it is a link or no folder'
    elif [ -h "$from" ]; then
        leave 'it is a link now'
    elif [ ! -e "$from" ]; then
        if [ -f "$to" ] && [ ! -h "$to" ] && has_content "$to" "$sha256"; then
            already=$((already + 1))
            say "already $did"
        else
            leave 'it is not there'
        fi
    elif [ ! -f "$from" ]; then
        leave 'it is not a regular file'
    elif [ -e "$to" ] || [ -h "$to" ]; then
        leave 'something is already where it would go'
    elif ! has_content "$from" "$sha256"; then
        leave 'it cannot be read or has changed: its SHA-256 is another one'
    elif [ "$apply" = yes ]; then
        move
    else
        moved=$((moved + 1))
        say "would be $did"
    fi
}

# As item, for a path that is spelled with escapes.
# shellcheck disable=SC2317
escaped_item() {
    unescape "$3"
    item "$1" "$2" "$name" "$4"
}

#@items

run() {
    while [ $# -gt 0 ]; do
        case $1 in
            --apply) apply=yes ;;
            --undo) undo=yes ;;
            --tree)
                [ $# -gt 1 ] || wrong_call
                shift
                tree_option "$1" || wrong_call
                ;;
            --help | -h)
                usage
                exit 0
                ;;
            --)
                shift
                break
                ;;
            -*) wrong_call ;;
            *) break ;;
        esac
        shift
    done
    if [ "$trees" -eq 1 ] && [ -z "$root_1" ]; then
        if [ $# -ne 2 ] || [ -z "$1" ]; then
            wrong_call
        fi
        root_1=$1
        shift
    fi
    if [ $# -ne 1 ] || [ -z "$1" ]; then
        wrong_call
    fi
    use_quarantine "$1"
    all_trees
    find_digester
    if [ "$apply" = yes ] && [ "$undo" = no ] && [ ! -d "$quarantine" ]; then
        mkdir -- "$quarantine" || fail 'QUARANTINE could not be made.'
    fi
    if [ "$apply" = yes ] && ! printf '' 2>/dev/null >> "$log"; then
        fail 'The log in QUARANTINE cannot be written.'
    fi
    all_items
    if [ "$apply" = yes ]; then
        printf '%s moved, %s moved earlier, %s left where they are.\n' "$moved" "$already" "$left"
    else
        printf '%s would be moved, %s moved earlier, %s would be left where they are.\n' "$moved" "$already" "$left"
        printf '%s\n' 'This was a preview and nothing was changed. Give --apply to move the files.'
    fi
    [ "$left" -eq 0 ] || exit 1
    exit 0
}

run "$@"
