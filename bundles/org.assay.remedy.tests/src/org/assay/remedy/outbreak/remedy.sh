#!/bin/sh
# Assay: does what an analyst decided about files, in the plan's order: stops units and processes, moves files into a quarantine folder,
# puts back what the baseline has, each only if what is there is still what was judged.
#
# Without --apply nothing is changed: everything is checked and what would happen is shown. With --undo all of it is taken back, each step
# only if what it left is unchanged. Nothing is overwritten or deleted, nothing is done through a link. It can be run again at any time,
# also after it was killed: what is done already is left as it is.
#
# What is named is exact, byte for byte: anything but printable ASCII, a percent sign, a quote and a backslash are spelled for printf, so
# that what is read here is what is run. A state is a SHA-256 (a file), @ and a target (a link), / (a folder) or - (nothing).
#
# Exit code: 0 everything is done, was done earlier or is not there, or would be; 1 something was left as it is; 2 nothing was done for a
# wrong call.

# Not every script has steps of every kind.
# shellcheck disable=SC2317

set -u
set -f
unset IFS CDPATH
LC_ALL=C
PATH=/usr/bin:/bin:/usr/sbin:/sbin:/usr/local/bin
export LC_ALL PATH
umask 077

script=$0
apply=no
undo=no
gold=
has_gold=no
finished=0
already=0
absent=0
left=0
live=no

fail() {
    printf 'remedy.sh: %s\n' "$1" >&2
    exit 2
}

usage() {
    if [ "$trees" -eq 1 ]; then
        printf '%s\n' 'Usage: sh remedy.sh [--apply] [--undo] [--gold DIR] ROOT QUARANTINE'
    else
        printf '%s\n' 'Usage: sh remedy.sh [--apply] [--undo] [--gold DIR] --tree NAME=ROOT [--tree NAME=ROOT] ... QUARANTINE'
    fi
    printf '%s\n' '  ROOT        the folder where the tree is mounted, / for the running system' \
        '  QUARANTINE  the folder that takes the files; it is made if the folder above it exists' \
        '  --apply     do it; without it nothing is changed' \
        '  --undo      take it back; without --apply this too is only shown' \
        '  --gold DIR  where files of the baseline are, besides the folder gold beside this script: by their SHA-256, or as in the tree' \
        'Trees named in this script:'
    tree_names
}

wrong_call() {
    usage >&2
    exit 2
}

# Sets name to what $1 spells. The marks keep line feeds at the end, which a substitution would take off. It is a format on purpose: the
# one place where every POSIX shell reads octal escapes alike.
# shellcheck disable=SC2059
decode() {
    case $1 in
        *[\\%]*)
            name=$(printf "<$1>")
            name=${name#<}
            name=${name%>}
            ;;
        *) name=$1 ;;
    esac
}

plan=e3aa5b3749bdaf231d88e668e4e8fb1426826f8de036bc797765a28531cfb15a
trees=2
root_1=
decode 'C:='
option_1=$name
root_2=
decode 'D:='
option_2=$name

tree_names() {
    printf '%s\n' '  tree-1 C:'
    printf '%s\n' '  tree-2 D:'
}

tree_option() {
    case $1 in
        "$option_1"*) root_1=${1#"$option_1"} ;;
        "$option_2"*) root_2=${1#"$option_2"} ;;
        *) return 1 ;;
    esac
}
units=no

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
    log=$quarantine/remedy-log.txt
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
        if [ -z "$root" ]; then
            live=yes
        fi
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

# Whether $1 is in the state $2.
is() {
    case $2 in
        -) [ ! -e "$1" ] && [ ! -h "$1" ] ;;
        /) [ -d "$1" ] && [ ! -h "$1" ] ;;
        @*) [ -h "$1" ] && has_target "$1" "${2#@}" ;;
        *) [ -f "$1" ] && [ ! -h "$1" ] && has_content "$1" "$2" ;;
    esac
}

has_target() {
    found=$(readlink -n "$1" 2>/dev/null && printf x)
    [ "$found" = "$2x" ]
}

# Tells and logs how the step ended: $1 for programs, $2 for people.
end_step() {
    printf 'change %s: %s: %s\n' "$change" "$2" "$shown"
    result=$1
    case $1 in
        done) finished=$((finished + 1)) ;;
        already) already=$((already + 1)) ;;
        absent) absent=$((absent + 1)) ;;
        left) left=$((left + 1)) ;;
    esac
    if [ "$apply" = yes ]; then
        printf 'step\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$1" "$number" "$change" "$store" "$shown" "$2" \
            >> "$log"
    fi
}

leave() {
    end_step left "LEFT, $1"
}

# Begins step $1 for change $2 about the path $3 below the tree. Fails when nothing can be done there.
begin() {
    number=$1
    change=$2
    shown=$3
    decode "$3"
    below=$name
    place=$root/$below
    stored=$quarantine/$store/$below
    result=
    if [ -z "$mounted" ]; then
        leave 'the ROOT of its tree was not given'
        return 1
    fi
    case $place in
        "$quarantine"/*)
            leave 'it lies in QUARANTINE'
            return 1
            ;;
    esac
    if is_diverted "$root" "$below" || is_diverted "$quarantine" "$store/$below"; then
        leave 'a folder above it is a link or no folder'
        return 1
    fi
}

would() {
    end_step "done" "would be $1"
}

# Moves $1, which is in the state $2, to $3, where nothing is. Says why when it does not.
move() {
    if ! is "$3" -; then
        leave 'something is already where it would go'
        return 1
    fi
    mv -n -- "$1" "$3" 2>/dev/null
    if ! is "$1" - || is "$3" -; then
        leave 'the system did not move it'
        return 1
    elif ! is "$3" "$2"; then
        leave 'it was moved, but it changed on the way: it is not what was judged any more'
        return 1
    fi
}

make_folder_above() {
    if ! mkdir -p -- "${1%/*}" 2>/dev/null; then
        leave 'its folder in the quarantine could not be made'
        return 1
    fi
}

why_not() {
    if is "$1" -; then
        leave 'it is not there'
    elif [ -h "$1" ]; then
        leave 'it is a link now, or another one'
    elif [ ! -f "$1" ]; then
        leave 'it is not a regular file'
    else
        leave 'it cannot be read or has changed: its SHA-256 is another one'
    fi
}

# Sets what apply_attributes gives: mode, owner, group, and the time of modification in two spellings; empty for what is not known.
# shellcheck disable=SC2034
attributes() {
    mode=$1 modified=$4 stamp=$5
    decode "$2"
    owner=$name
    decode "$3"
    group=$name
}

# The same for what they were before, which the undoing gives back.
attributes_before() {
    if [ "$undo" = yes ]; then
        attributes "$@"
    fi
}

# Gives $1 the attributes. Sets lacking to what the system did not let it set.
apply_attributes() {
    lacking=
    if [ -n "$owner" ] && ! chown -h -- "$owner" "$1" 2>/dev/null; then
        lacking='owner '
    fi
    if [ -n "$group" ] && ! chgrp -h -- "$group" "$1" 2>/dev/null; then
        lacking="${lacking}group "
    fi
    if [ -h "$1" ]; then
        return
    fi
    if [ -n "$mode" ] && ! chmod "$mode" "$1" 2>/dev/null; then
        lacking="${lacking}mode "
    fi
    if [ -n "$stamp" ] && [ ! -d "$1" ] && ! touch -c -d "$modified" "$1" 2>/dev/null && ! TZ=UTC0 touch -c -t "$stamp" "$1" 2>/dev/null
    then
        lacking="${lacking}time "
    fi
}

# Ends a step that set attributes.
end_with_attributes() {
    if [ -n "$lacking" ]; then
        leave "it was $1, but the system did not let it have its $lacking"
        result=partly
    else
        end_step "$2" "$3$1"
    fi
}

# An extended attribute of what the step before was about: its name, its value in hexadecimal digits, the value before; - for none.
extended() {
    value=$2
    if [ "$undo" = yes ]; then
        value=$3
    fi
    if [ "$apply" = no ] || [ "$undo$step" = yesput ]; then
        return
    fi
    case $result in
        done | already | partly) ;;
        *) return ;;
    esac
    decode "$1"
    case $value in
        -) setfattr -h -x "$name" -- "$place" 2>/dev/null || ! getfattr -h -n "$name" -- "$place" >/dev/null 2>&1 ;;
        '') setfattr -h -n "$name" -- "$place" 2>/dev/null ;;
        *) setfattr -h -n "$name" -v "0x$value" -- "$place" 2>/dev/null ;;
    esac || {
        outcome=$result
        leave 'an extended attribute could not be set: it needs setfattr, a file system that has them, and often root'
        result=$outcome
    }
}

# Sets source to a file that holds the content $1; in the folder of --gold it may also lie as $2 lies in the tree.
find_gold() {
    source=$here/gold/$1
    if is "$source" "$1"; then
        return
    elif [ "$has_gold" = no ]; then
        return 1
    fi
    for source in "$gold/$1" "$gold/$2" "$gold/$store/$2"; do
        if ! is_diverted "$gold" "${source#"$gold"/}" && is "$source" "$1"; then
            return
        fi
    done
    return 1
}

# Step: stop the unit $5 of systemd that the file $4, which holds $3, defines. Only on the running system. What the unit would run because it
# is stopped, and its start again, are taken from it first; a template's instances are meant, too.
unit() {
    step=unit
    begin "$1" "$2" "$4" || return
    if [ -n "$root" ] || [ "$undo" = yes ] || ! is "$place" "$3" || [ ! -d /run/systemd/system ]; then
        return
    elif [ "$apply" = no ]; then
        would stopped
        return
    fi
    decode "$5"
    pattern=$name
    case $name in
        *@.*) pattern="${name%%@.*}@*.${name##*.}" ;;
    esac
    drop=/run/systemd/system/$name.d
    case $name in
        *.service)
            if ! is_diverted /run/systemd/system "$name.d/x" && mkdir -p -- "$drop" 2>/dev/null; then
                rm -f -- "$drop/zzzz-assay.conf"
                printf '%s\n' '[Service]' Restart=no ExecStop= ExecStopPost= TimeoutStopSec=10 > "$drop/zzzz-assay.conf"
            fi
            systemctl daemon-reload >/dev/null 2>&1
            ;;
    esac
    if systemctl stop -- "$pattern" >/dev/null 2>&1; then
        end_step "done" stopped
    else
        leave 'systemctl did not stop it'
    fi
    rm -f -- "$drop/zzzz-assay.conf"
    rmdir -- "$drop" 2>/dev/null
}

# Step: stop the job of launchd that the file $4, which holds $3, defines. Only on the running system.
daemon() {
    step=daemon
    begin "$1" "$2" "$4" || return
    if [ -n "$root" ] || [ "$undo" = yes ] || ! is "$place" "$3" || ! command -v launchctl >/dev/null 2>&1; then
        return
    elif [ "$apply" = no ]; then
        would stopped
    elif launchctl bootout system "$place" >/dev/null 2>&1 || launchctl unload "$place" >/dev/null 2>&1; then
        end_step "done" stopped
    else
        leave 'launchctl did not stop it'
    fi
}

# Makes systemd read its units again, once they are as they shall be.
reload_units() {
    if [ "$apply$units" = yesyes ] && [ "$live" = yes ] && [ -d /run/systemd/system ]; then
        systemctl daemon-reload >/dev/null 2>&1
    fi
}

# Step: end the processes that run the file $4, which holds $3. Only on the running system.
stop() {
    step='stop'
    begin "$1" "$2" "$4" || return
    if [ -n "$root" ] || [ "$undo" = yes ] || [ ! -e /proc/self/exe ]; then
        return
    fi
    if ! is "$place" "$3"; then
        return
    fi
    ended=0
    set +f
    for process in /proc/[0-9]*; do
        # POSIX has -ef since 2024, and every shell that was met has it.
        # shellcheck disable=SC3013
        if [ "$process/exe" -ef "$place" ]; then
            ended=$((ended + 1))
            if [ "$apply" = yes ]; then
                kill -9 "${process#/proc/}" 2>/dev/null
            fi
        fi
    done
    set -f
    if [ "$apply" = yes ]; then
        end_step "done" "$ended processes that ran it were ended"
    else
        would "no longer run by $ended processes"
    fi
}

# Step: move the file or link $4, if it is in the state $3, into quarantine; a later step puts what has the state $5 in its place.
away() {
    step=away
    begin "$1" "$2" "$4" || return
    decode "$3"
    state=$name
    decode "${5:--}"
    later=$name
    from=$place to=$stored did=quarantined
    if [ "$undo" = yes ]; then
        from=$stored to=$place did='put back'
    fi
    if is "$from" - && is "$to" "$state"; then
        end_step already "already $did"
    elif [ "$undo" = no ] && is "$from" "$later" && is "$to" "$state"; then
        end_step already "already $did"
    elif [ "$undo" = no ] && is "$from" "$later" && is "$to" -; then
        end_step absent 'not there'
    elif ! is "$from" "$state"; then
        why_not "$from"
    elif ! is "$to" - && { [ "$apply$undo" != noyes ] || ! is "$to" "$later"; }; then
        leave 'something is already where it would go'
    elif [ "$apply" = no ]; then
        would "$did"
    elif [ "$undo" = yes ] || make_folder_above "$to"; then
        move "$from" "$state" "$to" && end_step "done" "$did"
    fi
}

# Step: take away the folder $4, which has the mode $3, if it is empty.
tidy() {
    step=tidy
    begin "$1" "$2" "$4" || return
    if [ "$undo" = yes ]; then
        if is "$place" /; then
            end_step already 'already made again'
        elif ! is "$place" -; then
            leave 'something else is there'
        elif [ "$apply" = no ]; then
            would 'made again'
        elif mkdir -- "$place" 2>/dev/null && chmod "${3:-755}" "$place"; then
            end_step "done" 'made again'
        else
            leave 'the folder could not be made'
        fi
    elif is "$place" -; then
        end_step absent 'not there'
    elif ! is "$place" /; then
        leave 'it is not a folder any more'
    elif [ "$apply" = no ]; then
        would 'taken away if it is empty by then'
    elif rmdir -- "$place" 2>/dev/null; then
        end_step "done" 'taken away'
    else
        leave 'the folder is not empty, or the system did not take it away'
    fi
}

# Step: put what has the state $4 at the path $5, where the state $3 is; an earlier step takes away what has the state $6.
put() {
    step=put
    begin "$1" "$2" "$5" || return
    decode "$3"
    before=$name
    decode "$4"
    after=$name
    decode "${6:--}"
    taken=$name
    if [ -z "$mode" ]; then
        case $after in
            /) mode=755 ;;
            *) mode=644 ;;
        esac
    fi
    if [ "$undo" = yes ]; then
        unput
    elif is "$place" "$after"; then
        lacking=
        if [ "$apply" = yes ]; then
            apply_attributes "$place"
        fi
        end_with_attributes 'put back' already 'already '
    elif ! is "$place" "$before" && { ! is "$place" - || ! is "$stored" "$before"; } \
        && { [ "$apply" = yes ] || ! is "$place" "$taken"; }; then
        why_not "$place"
    elif [ "$apply" = yes ] && [ ! -d "${place%/*}/" ]; then
        leave 'the folder above it is not there'
    elif [ -n "${after##[@/]*}" ] && ! find_gold "$after" "$below"; then
        leave 'no copy with its SHA-256 was found: name a folder that has one with --gold'
    elif [ "$apply" = no ]; then
        would 'put back'
    else
        put_now
    fi
}

# Removes what a run that was killed, or could not end the step, left of it beside its place.
discard_new() {
    new=${place%/*}/.assay-$number.new
    if [ -f "$new" ] || [ -h "$new" ]; then
        rm -f -- "$new"
    elif [ -d "$new" ]; then
        rmdir -- "$new" 2>/dev/null
    fi
}

# Makes it under another name, moves what is there away, and gives it its name.
put_now() {
    discard_new
    case $after in
        /) mkdir -- "$new" 2>/dev/null ;;
        @*) ln -s -- "${after#@}" "$new" 2>/dev/null ;;
        *) cp -- "$source" "$new" 2>/dev/null ;;
    esac
    if ! is "$new" "$after"; then
        leave 'it could not be made beside its place'
    else
        apply_attributes "$new"
        if is "$place" - || { make_folder_above "$stored" && move "$place" "$before" "$stored"; }; then
            move "$new" "$after" "$place" && end_with_attributes 'put back' "done" ''
        fi
    fi
    discard_new
}

# Moves what was put back aside, and what was there before to its place.
unput() {
    if is "$place" "$before" || { [ "$taken" != - ] && is "$place" "$taken"; }; then
        end_step already 'already taken back'
        return
    elif ! is "$place" "$after" && ! is "$place" -; then
        why_not "$place"
        return
    elif [ "$before" != - ] && ! is "$stored" "$before"; then
        leave 'what was there before is not in QUARANTINE'
        return
    elif [ "$apply" = no ]; then
        would 'taken back'
        return
    fi
    discard_new
    aside=$quarantine/undone/$store/$below
    if is "$place" /; then
        rmdir -- "$place" 2>/dev/null || leave 'the folder is not empty, or the system did not take it away'
    elif is "$place" "$after"; then
        if is_diverted "$quarantine" "undone/$store/$below"; then
            leave 'a folder in QUARANTINE is a link'
        elif is "$aside" "$after"; then
            rm -f -- "$place"
        elif make_folder_above "$aside"; then
            move "$place" "$after" "$aside"
        fi
    fi
    if [ -n "$result" ]; then
        return
    fi
    if [ "$before" != - ]; then
        move "$stored" "$before" "$place" || return
    fi
    end_step "done" 'taken back'
}

# Step: move the file $4, which holds $3, back to $5.
back() {
    step=back
    begin "$1" "$2" "$5" || return
    to=$place
    begin "$1" "$2" "$4" || return
    from=$place did='moved back'
    if [ "$undo" = yes ]; then
        from=$to to=$place did='moved where it was'
    fi
    if is "$from" - && is "$to" "$3"; then
        end_step already "already $did"
    elif ! is "$from" "$3"; then
        why_not "$from"
    elif ! is "$to" -; then
        leave 'something is already where it would go'
    elif [ "$apply" = no ]; then
        would "$did"
    elif [ ! -d "${to%/*}/" ]; then
        leave 'the folder that it belongs in is not there'
    else
        move "$from" "$3" "$to" && end_step "done" "$did"
    fi
}

# Step: give what is at $4, in the state $3, the attributes.
give() {
    step=give
    begin "$1" "$2" "$4" || return
    decode "$3"
    if ! is "$place" "$name"; then
        why_not "$place"
    elif [ "$apply" = no ]; then
        would 'given its attributes'
    else
        apply_attributes "$place"
        end_with_attributes 'given its attributes' "done" ''
    fi
}

all_trees() {
    tree 1 "$root_1"
    tree 2 "$root_2"
}

what_to_stop() {
    :
}

files_to_move() {
    :
    tree 1 "$root_1"
    away 7 1 139fabe7572bd99347636f704af925490e2790316384fb45e3fcbdb612854e20 'WINDOWS/SYSTEM/FILES32.VXD'
    away 8 2 220f5261d25c80892e63f9e4d7284648f5ccfc81bf0a9dd867a80a0485203cac 'WINDOWS/Win32DLL.vbs'
    away 9 4 b9af17af4fc5708e9ba636512213b9d0cf6f894c0c3ba6e1d970c13a921c5db9 'My Documents/photo\342\200\256gpj.exe'
    tree 2 "$root_2"
    away 10 10 b9af17af4fc5708e9ba636512213b9d0cf6f894c0c3ba6e1d970c13a921c5db9 '100%% & more/it\047s.exe'
}

folders_to_put() {
    :
}

folders_to_put_back() {
    :
}

files_to_put() {
    :
    tree 1 "$root_1"
    attributes '' '' '' 1999-04-23T22:22:00Z 199904232222.00
    put 11 3 18d0bd558c220cea1a084d7478ceca216340532b2bba8c29ded375335e987785 66ac7549c25561f5314fd68cb2602338b545701b9f3142f0ff9a9055f3652831 'WINDOWS/win.ini'
    attributes '0644' 'ann' 'users' 1999-04-23T22:22:00Z 199904232222.00
    put 12 5 - ab36e84344729d2bc762ee67e55bb3ceb69fdcfd7585a792b220c2a7cd1e6c0d 'My Documents/holiday.jpg'
}

folders_to_tidy() {
    :
}

folders_to_tidy_back() {
    :
}

run() {
    while [ $# -gt 0 ]; do
        case $1 in
            --apply) apply=yes ;;
            --undo) undo=yes ;;
            --gold)
                [ $# -gt 1 ] || wrong_call
                shift
                resolve "$1" || fail 'The gold folder cannot be entered.'
                gold=$resolved
                has_gold=yes
                ;;
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
    here=.
    case $script in
        */*) here=${script%/*} ;;
    esac
    resolve "${here:-/}" || fail 'The folder of this script cannot be entered.'
    here=$resolved
    all_trees
    find_digester
    if [ "$apply" = yes ] && [ "$undo" = no ] && [ ! -d "$quarantine" ]; then
        mkdir -- "$quarantine" 2>/dev/null || fail 'QUARANTINE could not be made.'
    fi
    if [ "$apply" = yes ] && ! printf '' 2>/dev/null >> "$log"; then
        fail 'The log in QUARANTINE cannot be written.'
    fi
    if [ "$apply" = yes ]; then
        printf 'run\t%s\t1\t%s\t%s\t%s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$plan" "undo=$undo" "$(uname -n | tr -cd 'A-Za-z0-9._-')" >> "$log"
    fi
    if [ "$undo" = yes ]; then
        folders_to_tidy_back
        files_to_put
        folders_to_put_back
        files_to_move
    else
        what_to_stop
        files_to_move
        folders_to_put
        files_to_put
        folders_to_tidy
    fi
    reload_units
    if [ "$apply" = yes ]; then
        printf '%s done, %s done earlier, %s not there, %s left as they are.\n' "$finished" "$already" "$absent" "$left"
        printf 'end\t%s\t%s\t%s\t%s\t%s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$finished" "$already" "$absent" "$left" >> "$log"
    else
        printf '%s would be done, %s done earlier, %s not there, %s would be left as they are.\n' "$finished" "$already" "$absent" "$left"
        printf '%s\n' 'This was a preview and nothing was changed. Give --apply to do it.'
    fi
    [ "$left" -eq 0 ] || exit 1
    exit 0
}

run "$@"
