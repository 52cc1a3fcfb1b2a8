#compdef schoolimp
# Completion of schoolimp in zsh, printed by: schoolimp completion zsh

_schoolimp_value() {
    local -a choices
    case $1 in
        file) _files ;;
        folder) _files -/ ;;
        framework)
            choices=('djanogly' 'pact' 'primary4' 'pvat' 'tpat')
            _describe framework choices
            _files
            ;;
        word\ *)
            choices=(${(s: :)${1#word }})
            _describe value choices
            ;;
        text) _message value ;;
    esac
}

_schoolimp() {
    local current=${words[CURRENT]} command= kind= many= index word
    local -i place=0
    local -a choices
    for ((index = 2; index < CURRENT; index++)); do
        word=${words[index]}
        case $word in
            --edition|--valid|--known|--period|--school|--made-on|--stamp) kind='text' many= ;;
            --format) kind='word table json csv markdown' many= ;;
            --colour|--color) kind='word auto always never' many= ;;
            --framework) kind='framework' many= ;;
            --trust|--decisions|--benchmarks) kind='file' many= ;;
            --evidence|--school-year) kind='file' many=1 ;;
            --published) kind='folder' many=1 ;;
            --output) kind='folder' many= ;;
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
    if [[ $current == --*=* ]]; then
        case ${current%%=*} in
            --edition|--valid|--known|--period|--school|--made-on|--stamp) kind='text' many= ;;
            --format) kind='word table json csv markdown' many= ;;
            --colour|--color) kind='word auto always never' many= ;;
            --framework) kind='framework' many= ;;
            --trust|--decisions|--benchmarks) kind='file' many= ;;
            --evidence|--school-year) kind='file' many=1 ;;
            --published) kind='folder' many=1 ;;
            --output) kind='folder' many= ;;
        esac
        compset -P '*='
        _schoolimp_value "$kind"
        return
    fi
    if [[ $current == -* ]]; then
        case $command in
            '') choices=(
                '--version:print the version'
                '-h:print this help'
                '--help:print this help'
            ) ;;
            frameworks) choices=(
                '--edition:edition of a built-in framework; the latest when left out'
                '--format:table, json, csv or markdown; default: what people read'
                '--json:the same as --format json'
                '--colour:auto (default: on a terminal, unless NO_COLOR is set), always or never'
                '--color:auto (default: on a terminal, unless NO_COLOR is set), always or never'
                '--quiet:errors only, and what --format asks for'
                '-h:print this help'
                '--help:print this help'
            ) ;;
            check) choices=(
                '--framework:check evidence against this framework too'
                '--edition:edition of a built-in framework; the latest when left out'
                '--format:table, json, csv or markdown; default: what people read'
                '--json:the same as --format json'
                '--colour:auto (default: on a terminal, unless NO_COLOR is set), always or never'
                '--color:auto (default: on a terminal, unless NO_COLOR is set), always or never'
                '--quiet:errors only, and what --format asks for'
                '-h:print this help'
                '--help:print this help'
            ) ;;
            judge) choices=(
                '--framework:built-in framework or framework document'
                '--edition:edition of a built-in framework; the latest when left out'
                '--trust:trust document'
                '--evidence:evidence: JSON or CSV files, or folders of them'
                '--published:folders of published DfE and Ofsted files (needs pandas: schoolimp[tables])'
                '--decisions:what people decided'
                '--benchmarks:national figures put over the library'\''s own'
                '--predecessors:let schools inherit the evidence of the predecessors the trust names'
                '--valid:what was the case by this day counts (YYYY-MM-DD); needed unless the folder'\''s settings give it'
                '--known:what had been recorded by this day counts; default: the valid date'
                '--period:school year that is the current one of annual figures, 2025/26; default: the latest seen of each'
                '--school:only this school (may be given several times)'
                '--output:folder the results are written into'
                '--format:table, json, csv or markdown; default: what people read'
                '--json:the same as --format json'
                '--colour:auto (default: on a terminal, unless NO_COLOR is set), always or never'
                '--color:auto (default: on a terminal, unless NO_COLOR is set), always or never'
                '--quiet:errors only, and what --format asks for'
                '-h:print this help'
                '--help:print this help'
            ) ;;
            plan) choices=(
                '--framework:built-in framework or framework document'
                '--edition:edition of a built-in framework; the latest when left out'
                '--trust:trust document'
                '--evidence:evidence: JSON or CSV files, or folders of them'
                '--published:folders of published DfE and Ofsted files (needs pandas: schoolimp[tables])'
                '--decisions:what people decided'
                '--benchmarks:national figures put over the library'\''s own'
                '--predecessors:let schools inherit the evidence of the predecessors the trust names'
                '--school-year:school year documents, or folders of them'
                '--valid:what was the case by this day counts (YYYY-MM-DD); needed unless the folder'\''s settings give it'
                '--known:what had been recorded by this day counts; default: the valid date'
                '--period:school year that is the current one of annual figures, 2025/26; default: the latest seen of each'
                '--made-on:day on which plans are made or revised; default: the valid date'
                '--school:only this school (may be given several times)'
                '--output:folder the results are written into'
                '--format:table, json, csv or markdown; default: what people read'
                '--json:the same as --format json'
                '--colour:auto (default: on a terminal, unless NO_COLOR is set), always or never'
                '--color:auto (default: on a terminal, unless NO_COLOR is set), always or never'
                '--quiet:errors only, and what --format asks for'
                '-h:print this help'
                '--help:print this help'
            ) ;;
            calendar) choices=(
                '--framework:built-in framework or framework document'
                '--edition:edition of a built-in framework; the latest when left out'
                '--trust:trust document'
                '--evidence:evidence: JSON or CSV files, or folders of them'
                '--published:folders of published DfE and Ofsted files (needs pandas: schoolimp[tables])'
                '--decisions:what people decided'
                '--benchmarks:national figures put over the library'\''s own'
                '--predecessors:let schools inherit the evidence of the predecessors the trust names'
                '--school-year:school year documents, or folders of them'
                '--valid:what was the case by this day counts (YYYY-MM-DD); needed unless the folder'\''s settings give it'
                '--known:what had been recorded by this day counts; default: the valid date'
                '--period:school year that is the current one of annual figures, 2025/26; default: the latest seen of each'
                '--made-on:day on which plans are made or revised; default: the valid date'
                '--stamp:the calendar'\''s moment of making, YYYY-MM-DDTHH:MM:SSZ; default: the valid date at 00:00Z'
                '--school:only this school (may be given several times)'
                '--output:folder the results are written into'
                '--format:table, json, csv or markdown; default: what people read'
                '--json:the same as --format json'
                '--ics:iCalendar; with --school that school'\''s feed'
                '--colour:auto (default: on a terminal, unless NO_COLOR is set), always or never'
                '--color:auto (default: on a terminal, unless NO_COLOR is set), always or never'
                '--quiet:errors only, and what --format asks for'
                '-h:print this help'
                '--help:print this help'
            ) ;;
            run) choices=(
                '--framework:built-in framework or framework document'
                '--edition:edition of a built-in framework; the latest when left out'
                '--trust:trust document'
                '--evidence:evidence: JSON or CSV files, or folders of them'
                '--published:folders of published DfE and Ofsted files (needs pandas: schoolimp[tables])'
                '--decisions:what people decided'
                '--benchmarks:national figures put over the library'\''s own'
                '--predecessors:let schools inherit the evidence of the predecessors the trust names'
                '--school-year:school year documents, or folders of them'
                '--valid:what was the case by this day counts (YYYY-MM-DD); needed unless the folder'\''s settings give it'
                '--known:what had been recorded by this day counts; default: the valid date'
                '--period:school year that is the current one of annual figures, 2025/26; default: the latest seen of each'
                '--made-on:day on which plans are made or revised; default: the valid date'
                '--stamp:the calendar'\''s moment of making, YYYY-MM-DDTHH:MM:SSZ; default: the valid date at 00:00Z'
                '--output:folder the results are written into'
                '--format:table, json, csv or markdown; default: what people read'
                '--json:the same as --format json'
                '--colour:auto (default: on a terminal, unless NO_COLOR is set), always or never'
                '--color:auto (default: on a terminal, unless NO_COLOR is set), always or never'
                '--quiet:errors only, and what --format asks for'
                '-h:print this help'
                '--help:print this help'
            ) ;;
            demo) choices=(
                '--output:folder for the results (default: schoolimp-demo)'
                '--format:table, json, csv or markdown; default: what people read'
                '--json:the same as --format json'
                '--colour:auto (default: on a terminal, unless NO_COLOR is set), always or never'
                '--color:auto (default: on a terminal, unless NO_COLOR is set), always or never'
                '--quiet:errors only, and what --format asks for'
                '-h:print this help'
                '--help:print this help'
            ) ;;
            completion) choices=(
                '-h:print this help'
                '--help:print this help'
            ) ;;
        esac
        _describe -o option choices
        return
    fi
    if [[ -n $kind ]]; then
        _schoolimp_value "$kind"
        return
    fi
    if [[ -z $command ]]; then
        choices=(
            'frameworks:list the built-in frameworks, or print one'
            'check:check documents and say everything that is wrong'
            'judge:judge the schools of a trust'
            'plan:make or revise support plans'
            'calendar:place the improvement calendar'
            'run:judgements, plans and calendar of a trust folder'
            'demo:run everything on the invented example trust'
            'completion:print a script that completes commands in a shell'
        )
        _describe command choices
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
    _schoolimp_value "$kind"
}

if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
    _schoolimp "$@"
else
    compdef _schoolimp schoolimp
fi
