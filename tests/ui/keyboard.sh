#!/usr/bin/env bash
# A session by keyboard alone in the real window, in both languages: open, filter, select three, place them together, see the
# violation, waive it, reassign a position, undo five, redo three, be refused the approval, cure, approve, save. What happened
# is read from the file that the window saved.
#
#   tests/ui/keyboard.sh [PROGRAM] [FOLDER]
#
# Needs Xvfb, openbox, xdotool and ImageMagick's `import`. FOLDER is target/keyboard unless given.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "${1:-target/debug/parkboard}")
folder=${2:-target/keyboard}
mkdir -p "$folder"
. tests/ui/display.sh

keys() { for key in "$@"; do xdotool key "$key"; sleep 0.35; done; }
write() { xdotool type --delay 25 "$1"; sleep 0.5; }
# Runs a command by its English or Chinese name.
run() { keys ctrl+k; write "$1"; keys Return; }
stands() { grep -q "(plan: \"A\", project: \"$1\", park: \"$2\"" "$work/board.ron"; }
save() { keys ctrl+s; sleep 1; }

story() {
  lang=$1 name="$1-$2"
  cp saves/mianyang-2022.ron "$work/board.ron"
  begin "$lang" "$2" false
  # Open, by its path.
  keys ctrl+o; keys ctrl+a; write "$work/board.ron"; keys Return; sleep 1.5
  # Filter, then the last three of what is found: T17, T18, T20.
  keys ctrl+f; write "park:none not industry:silicon"; keys Escape
  keys Down Down Down Down Down Down shift+Down shift+Down
  shot "$name-1-three-selected"
  # Pick them up, to the second park, drop: a national park whose slots do not suffice.
  keys space Right; shot "$name-2-held"; keys Return
  shot "$name-3-violation"
  save
  for id in T17 T18 T20; do stands $id jingkai || fail "$name: $id does not stand in jingkai"; done
  "$program" check "$work/board.ron" --json > "$work/answer.json" && fail "$name: nothing legal is broken"
  grep -q '"rule": "carried-cap"' "$work/answer.json" || fail "$name: the carried cap is not broken"
  # The first finding is the one that matters most: waive it.
  keys F8 ctrl+m; write "joint trial production"; keys Tab; write "leading group office"; keys Return
  shot "$name-4-waived"
  # A position takes the other role.
  run "beidou move"; keys Tab Tab space Tab Tab Tab Return
  shot "$name-5-position"
  # Two more steps: T18 is pinned, the plan gets another name.
  run "T18"; keys ctrl+l
  keys F2 ctrl+a; write "Trial"; keys Return
  save
  grep -q '(plan: "A", rule: "carried-cap", park: "jingkai"' "$work/board.ron" || fail "$name: no waiver"
  grep -q 'position: "kejicheng-xinqu-L2".*characteristic' "$work/board.ron" || fail "$name: the position did not move"
  grep -q '(plan: "A", project: "T18", park: "jingkai")' "$work/board.ron" || fail "$name: T18 is not pinned"
  # Undo all five: the file is the sample again, byte for byte. Redo three: placed, waived, position moved; no pin.
  keys ctrl+z ctrl+z ctrl+z ctrl+z ctrl+z; save
  cmp "$work/board.ron" saves/mianyang-2022.ron || fail "$name: five steps back is not where it began"
  keys ctrl+y ctrl+y ctrl+y; save
  stands T20 jingkai || fail "$name: redo does not place"
  grep -q 'position: "kejicheng-xinqu-L2"' "$work/board.ron" || fail "$name: redo does not move the position"
  if grep -q '(plan: "A", project: "T18", park: "jingkai")' "$work/board.ron"; then fail "$name: redo of four"; fi
  # Approval is refused: the recognition of jingkai is to be confirmed. Its chemical project goes back.
  run "approve"; shot "$name-6-refused"; keys Escape; save
  grep -q '(id: "A".*status: draft' "$work/board.ron" || fail "$name: approved in spite of an obstacle"
  run "T05"; keys Delete
  run "approve"; write "leading group office"; shot "$name-7-approving"; keys Return; sleep 0.5
  shot "$name-8-approved"
  save
  grep -q '(id: "A".*status: approved' "$work/board.ron" || fail "$name: not approved"
  stands T05 jingkai && fail "$name: T05 still stands"
  "$program" check "$work/board.ron" --json > "$work/answer.json" || fail "$name: something legal is broken"
  keys ctrl+q
  for _ in $(seq 50); do kill -0 $app 2>/dev/null || break; sleep 0.1; done
  if kill -0 $app 2>/dev/null; then fail "$name: it does not quit"; fi
  echo "passed: $name"
}

for lang in ${STORY:-zh en}; do story $lang 1280x720; done
story zh 1920x1080
