"""The scripts that teach shells to complete; each only hands over what was typed and takes the answers."""

from __future__ import annotations

BASH = r"""
# prematch in bash: put this into ~/.bashrc:  source <(prematch completion bash)
_prematch() {
    local word
    COMPREPLY=()
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(printf '%s' "${COMP_LINE:0:COMP_POINT}" | prematch completion bash --answer 2>/dev/null)
    if [[ ${#COMPREPLY[@]} -gt 0 && ${COMPREPLY[0]} == *[:=] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o default -F _prematch prematch
"""

ZSH = r"""
#compdef prematch
# prematch in zsh: put this into ~/.zshrc, after compinit:  source <(prematch completion zsh)
_prematch() {
    local -a found going_on whole
    found=(${(f)"$(print -rl -- "${(@Q)words[2,CURRENT-1]}" "$PREFIX" |
        prematch completion zsh --answer 2>/dev/null)"})
    if (( ${#found} == 0 )); then
        _files
        return
    fi
    going_on=(${(M)found:#*[:=]})
    whole=(${found:#*[:=]})
    (( ${#going_on} )) && compadd -U -S '' -a going_on
    (( ${#whole} )) && compadd -U -a whole
}
compdef _prematch prematch
"""

FISH = r"""
# prematch in fish: put this into ~/.config/fish/config.fish:  prematch completion fish | source
function __prematch_answers
    set -l typed (commandline -opc)
    set -e typed[1]
    set -l found (begin
        test (count $typed) -gt 0; and printf '%s\n' $typed
        printf '%s\n' (commandline -ct)
    end | prematch completion fish --answer 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c prematch -f -a '(__prematch_answers)'
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}
"""The script of each shell."""
