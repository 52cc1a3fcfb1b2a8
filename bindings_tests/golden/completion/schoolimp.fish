# Completion of schoolimp in fish, printed by: schoolimp completion fish

# Prints the command, and the number of the word in it or "file" where an option takes another value.
function __schoolimp_place
    set -l command
    set -l kind
    set -l place 0
    for word in (commandline -opc)[2..-1]
        switch $word
            case --evidence --school-year --published
                set kind many
            case --edition --valid --known --period --school --made-on --stamp --format --colour --color --framework --trust --decisions --benchmarks --output
                set kind one
            case '-*'
                set kind
            case '*'
                if test -z "$command"
                    set command $word
                else if test "$kind" = many
                    continue
                else if test "$kind" = one
                    set kind
                else
                    set place (math $place + 1)
                end
        end
    end
    if test -n "$kind"
        set place file
    end
    echo "$command $place"
end

complete -c schoolimp -f
complete -c schoolimp -n __fish_use_subcommand -l version -d 'print the version'
complete -c schoolimp -n __fish_use_subcommand -s h -l help -d 'print this help'
complete -c schoolimp -n __fish_use_subcommand -a frameworks -d 'list the built-in frameworks, or print one'
complete -c schoolimp -n __fish_use_subcommand -a check -d 'check documents and say everything that is wrong'
complete -c schoolimp -n __fish_use_subcommand -a judge -d 'judge the schools of a trust'
complete -c schoolimp -n __fish_use_subcommand -a plan -d 'make or revise support plans'
complete -c schoolimp -n __fish_use_subcommand -a calendar -d 'place the improvement calendar'
complete -c schoolimp -n __fish_use_subcommand -a run -d 'judgements, plans and calendar of a trust folder'
complete -c schoolimp -n __fish_use_subcommand -a demo -d 'run everything on the invented example trust'
complete -c schoolimp -n __fish_use_subcommand -a completion -d 'print a script that completes commands in a shell'
complete -c schoolimp -n '__fish_seen_subcommand_from frameworks' -l edition -x -d 'edition of a built-in framework; the latest when left out'
complete -c schoolimp -n '__fish_seen_subcommand_from frameworks' -l format -x -a 'table json csv markdown' -d 'table, json, csv or markdown; default: what people read'
complete -c schoolimp -n '__fish_seen_subcommand_from frameworks' -l json -d 'the same as --format json'
complete -c schoolimp -n '__fish_seen_subcommand_from frameworks' -l colour -l color -x -a 'auto always never' -d 'auto (default: on a terminal, unless NO_COLOR is set), always or never'
complete -c schoolimp -n '__fish_seen_subcommand_from frameworks' -l quiet -d 'errors only, and what --format asks for'
complete -c schoolimp -n '__fish_seen_subcommand_from frameworks' -s h -l help -d 'print this help'
complete -c schoolimp -n 'test (__schoolimp_place) = "frameworks 0"' -a 'list show'
complete -c schoolimp -n 'test (__schoolimp_place) = "frameworks 1"' -F -a 'djanogly pact primary4 pvat tpat'
complete -c schoolimp -n '__fish_seen_subcommand_from check' -l framework -r -F -a 'djanogly pact primary4 pvat tpat' -d 'check evidence against this framework too'
complete -c schoolimp -n '__fish_seen_subcommand_from check' -l edition -x -d 'edition of a built-in framework; the latest when left out'
complete -c schoolimp -n '__fish_seen_subcommand_from check' -l format -x -a 'table json csv markdown' -d 'table, json, csv or markdown; default: what people read'
complete -c schoolimp -n '__fish_seen_subcommand_from check' -l json -d 'the same as --format json'
complete -c schoolimp -n '__fish_seen_subcommand_from check' -l colour -l color -x -a 'auto always never' -d 'auto (default: on a terminal, unless NO_COLOR is set), always or never'
complete -c schoolimp -n '__fish_seen_subcommand_from check' -l quiet -d 'errors only, and what --format asks for'
complete -c schoolimp -n '__fish_seen_subcommand_from check' -s h -l help -d 'print this help'
complete -c schoolimp -n 'string match -q "check *" (__schoolimp_place)' -F
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l framework -r -F -a 'djanogly pact primary4 pvat tpat' -d 'built-in framework or framework document'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l edition -x -d 'edition of a built-in framework; the latest when left out'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l trust -r -F -d 'trust document'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l evidence -r -F -d 'evidence: JSON or CSV files, or folders of them'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l published -x -a '(__fish_complete_directories)' -d 'folders of published DfE and Ofsted files (needs pandas: schoolimp[tables])'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l decisions -r -F -d 'what people decided'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l benchmarks -r -F -d 'national figures put over the library\'s own'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l predecessors -d 'let schools inherit the evidence of the predecessors the trust names'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l valid -x -d 'what was the case by this day counts (YYYY-MM-DD); needed unless the folder\'s settings give it'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l known -x -d 'what had been recorded by this day counts; default: the valid date'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l period -x -d 'school year that is the current one of annual figures, 2025/26; default: the latest seen of each'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l school -x -d 'only this school (may be given several times)'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l output -x -a '(__fish_complete_directories)' -d 'folder the results are written into'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l format -x -a 'table json csv markdown' -d 'table, json, csv or markdown; default: what people read'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l json -d 'the same as --format json'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l colour -l color -x -a 'auto always never' -d 'auto (default: on a terminal, unless NO_COLOR is set), always or never'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -l quiet -d 'errors only, and what --format asks for'
complete -c schoolimp -n '__fish_seen_subcommand_from judge' -s h -l help -d 'print this help'
complete -c schoolimp -n 'test (__schoolimp_place) = "judge file"' -F
complete -c schoolimp -n 'test (__schoolimp_place) = "judge 0"' -a '(__fish_complete_directories)'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l framework -r -F -a 'djanogly pact primary4 pvat tpat' -d 'built-in framework or framework document'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l edition -x -d 'edition of a built-in framework; the latest when left out'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l trust -r -F -d 'trust document'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l evidence -r -F -d 'evidence: JSON or CSV files, or folders of them'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l published -x -a '(__fish_complete_directories)' -d 'folders of published DfE and Ofsted files (needs pandas: schoolimp[tables])'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l decisions -r -F -d 'what people decided'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l benchmarks -r -F -d 'national figures put over the library\'s own'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l predecessors -d 'let schools inherit the evidence of the predecessors the trust names'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l school-year -r -F -d 'school year documents, or folders of them'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l valid -x -d 'what was the case by this day counts (YYYY-MM-DD); needed unless the folder\'s settings give it'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l known -x -d 'what had been recorded by this day counts; default: the valid date'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l period -x -d 'school year that is the current one of annual figures, 2025/26; default: the latest seen of each'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l made-on -x -d 'day on which plans are made or revised; default: the valid date'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l school -x -d 'only this school (may be given several times)'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l output -x -a '(__fish_complete_directories)' -d 'folder the results are written into'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l format -x -a 'table json csv markdown' -d 'table, json, csv or markdown; default: what people read'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l json -d 'the same as --format json'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l colour -l color -x -a 'auto always never' -d 'auto (default: on a terminal, unless NO_COLOR is set), always or never'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -l quiet -d 'errors only, and what --format asks for'
complete -c schoolimp -n '__fish_seen_subcommand_from plan' -s h -l help -d 'print this help'
complete -c schoolimp -n 'test (__schoolimp_place) = "plan file"' -F
complete -c schoolimp -n 'test (__schoolimp_place) = "plan 0"' -a '(__fish_complete_directories)'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l framework -r -F -a 'djanogly pact primary4 pvat tpat' -d 'built-in framework or framework document'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l edition -x -d 'edition of a built-in framework; the latest when left out'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l trust -r -F -d 'trust document'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l evidence -r -F -d 'evidence: JSON or CSV files, or folders of them'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l published -x -a '(__fish_complete_directories)' -d 'folders of published DfE and Ofsted files (needs pandas: schoolimp[tables])'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l decisions -r -F -d 'what people decided'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l benchmarks -r -F -d 'national figures put over the library\'s own'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l predecessors -d 'let schools inherit the evidence of the predecessors the trust names'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l school-year -r -F -d 'school year documents, or folders of them'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l valid -x -d 'what was the case by this day counts (YYYY-MM-DD); needed unless the folder\'s settings give it'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l known -x -d 'what had been recorded by this day counts; default: the valid date'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l period -x -d 'school year that is the current one of annual figures, 2025/26; default: the latest seen of each'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l made-on -x -d 'day on which plans are made or revised; default: the valid date'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l stamp -x -d 'the calendar\'s moment of making, YYYY-MM-DDTHH:MM:SSZ; default: the valid date at 00:00Z'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l school -x -d 'only this school (may be given several times)'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l output -x -a '(__fish_complete_directories)' -d 'folder the results are written into'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l format -x -a 'table json csv markdown' -d 'table, json, csv or markdown; default: what people read'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l json -d 'the same as --format json'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l ics -d 'iCalendar; with --school that school\'s feed'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l colour -l color -x -a 'auto always never' -d 'auto (default: on a terminal, unless NO_COLOR is set), always or never'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -l quiet -d 'errors only, and what --format asks for'
complete -c schoolimp -n '__fish_seen_subcommand_from calendar' -s h -l help -d 'print this help'
complete -c schoolimp -n 'test (__schoolimp_place) = "calendar file"' -F
complete -c schoolimp -n 'test (__schoolimp_place) = "calendar 0"' -a '(__fish_complete_directories)'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l framework -r -F -a 'djanogly pact primary4 pvat tpat' -d 'built-in framework or framework document'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l edition -x -d 'edition of a built-in framework; the latest when left out'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l trust -r -F -d 'trust document'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l evidence -r -F -d 'evidence: JSON or CSV files, or folders of them'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l published -x -a '(__fish_complete_directories)' -d 'folders of published DfE and Ofsted files (needs pandas: schoolimp[tables])'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l decisions -r -F -d 'what people decided'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l benchmarks -r -F -d 'national figures put over the library\'s own'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l predecessors -d 'let schools inherit the evidence of the predecessors the trust names'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l school-year -r -F -d 'school year documents, or folders of them'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l valid -x -d 'what was the case by this day counts (YYYY-MM-DD); needed unless the folder\'s settings give it'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l known -x -d 'what had been recorded by this day counts; default: the valid date'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l period -x -d 'school year that is the current one of annual figures, 2025/26; default: the latest seen of each'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l made-on -x -d 'day on which plans are made or revised; default: the valid date'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l stamp -x -d 'the calendar\'s moment of making, YYYY-MM-DDTHH:MM:SSZ; default: the valid date at 00:00Z'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l output -x -a '(__fish_complete_directories)' -d 'folder the results are written into'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l format -x -a 'table json csv markdown' -d 'table, json, csv or markdown; default: what people read'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l json -d 'the same as --format json'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l colour -l color -x -a 'auto always never' -d 'auto (default: on a terminal, unless NO_COLOR is set), always or never'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -l quiet -d 'errors only, and what --format asks for'
complete -c schoolimp -n '__fish_seen_subcommand_from run' -s h -l help -d 'print this help'
complete -c schoolimp -n 'test (__schoolimp_place) = "run file"' -F
complete -c schoolimp -n 'test (__schoolimp_place) = "run 0"' -a '(__fish_complete_directories)'
complete -c schoolimp -n '__fish_seen_subcommand_from demo' -l output -x -a '(__fish_complete_directories)' -d 'folder for the results (default: schoolimp-demo)'
complete -c schoolimp -n '__fish_seen_subcommand_from demo' -l format -x -a 'table json csv markdown' -d 'table, json, csv or markdown; default: what people read'
complete -c schoolimp -n '__fish_seen_subcommand_from demo' -l json -d 'the same as --format json'
complete -c schoolimp -n '__fish_seen_subcommand_from demo' -l colour -l color -x -a 'auto always never' -d 'auto (default: on a terminal, unless NO_COLOR is set), always or never'
complete -c schoolimp -n '__fish_seen_subcommand_from demo' -l quiet -d 'errors only, and what --format asks for'
complete -c schoolimp -n '__fish_seen_subcommand_from demo' -s h -l help -d 'print this help'
complete -c schoolimp -n '__fish_seen_subcommand_from completion' -s h -l help -d 'print this help'
complete -c schoolimp -n 'test (__schoolimp_place) = "completion 0"' -a 'bash zsh fish'
