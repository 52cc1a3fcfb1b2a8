# Completion of schoolimp in bash, printed by: schoolimp completion bash

_schoolimp_words() {
    COMPREPLY=($(compgen -W "$1" -- "$2"))
}

_schoolimp_paths() {
    local path
    compopt -o filenames 2>/dev/null
    while IFS= read -r path; do
        COMPREPLY+=("$path")
    done < <(compgen "$1" -- "$2")
}

_schoolimp_value() {
    case $1 in
        file) _schoolimp_paths -f "$2" ;;
        folder) _schoolimp_paths -d "$2" ;;
        framework) _schoolimp_words 'djanogly pact primary4 pvat tpat' "$2"; _schoolimp_paths -f "$2" ;;
        word\ *) _schoolimp_words "${1#word }" "$2" ;;
    esac
}

_schoolimp() {
    local current=${COMP_WORDS[COMP_CWORD]} command= kind= many= place=0 index word IFS=$' \t\n'
    COMPREPLY=()
    for ((index = 1; index < COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        case $word in
            --edition|--valid|--known|--period|--school|--made-on|--stamp) kind='text' many= ;;
            --format) kind='word table json csv markdown' many= ;;
            --colour|--color) kind='word auto always never' many= ;;
            --framework) kind='framework' many= ;;
            --trust|--decisions|--benchmarks) kind='file' many= ;;
            --evidence|--school-year) kind='file' many=1 ;;
            --published) kind='folder' many=1 ;;
            --output) kind='folder' many= ;;
            =) ;;
            -*) kind= many= ;;
            *)
                if [[ -n $kind ]]; then
                    [[ -n $many ]] || kind=
                elif [[ -z $command ]]; then
                    command=$word
                else
                    place=$((place + 1))
                fi
                ;;
        esac
    done
    [[ $current == = ]] && current=
    if [[ $current == -* ]]; then
        case $command in
            '') _schoolimp_words '--version -h --help' "$current" ;;
            frameworks) _schoolimp_words '--edition --format --json --colour --color --quiet -h --help' "$current" ;;
            check) _schoolimp_words '--framework --edition --format --json --colour --color --quiet -h --help' "$current" ;;
            judge) _schoolimp_words '--framework --edition --trust --evidence --published --decisions --benchmarks --predecessors --valid --known --period --school --output --format --json --colour --color --quiet -h --help' "$current" ;;
            plan) _schoolimp_words '--framework --edition --trust --evidence --published --decisions --benchmarks --predecessors --school-year --valid --known --period --made-on --school --output --format --json --colour --color --quiet -h --help' "$current" ;;
            calendar) _schoolimp_words '--framework --edition --trust --evidence --published --decisions --benchmarks --predecessors --school-year --valid --known --period --made-on --stamp --school --output --format --json --ics --colour --color --quiet -h --help' "$current" ;;
            run) _schoolimp_words '--framework --edition --trust --evidence --published --decisions --benchmarks --predecessors --school-year --valid --known --period --made-on --stamp --output --format --json --colour --color --quiet -h --help' "$current" ;;
            demo) _schoolimp_words '--output --format --json --colour --color --quiet -h --help' "$current" ;;
            completion) _schoolimp_words '-h --help' "$current" ;;
        esac
        return
    fi
    if [[ -n $kind ]]; then
        _schoolimp_value "$kind" "$current"
        return
    fi
    if [[ -z $command ]]; then
        _schoolimp_words 'frameworks check judge plan calendar run demo completion' "$current"
        return
    fi
    case "$command $place" in
        'frameworks '0) kind='word list show' ;;
        'frameworks '1) kind='framework' ;;
        'check '*) kind='file' ;;
        'judge '0) kind='folder' ;;
        'plan '0) kind='folder' ;;
        'calendar '0) kind='folder' ;;
        'run '0) kind='folder' ;;
        'completion '0) kind='word bash zsh fish' ;;
    esac
    _schoolimp_value "$kind" "$current"
}

complete -F _schoolimp schoolimp
