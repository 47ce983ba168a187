#!/usr/bin/env bash
# Drives the real window under Xvfb with a real mouse and real keys, in both languages at both sizes, checks what the
# window did from the file that it saved, and takes the screenshots.
#
#   tests/ui/screenshots.sh [PROGRAM] [FOLDER]
#
# Needs Xvfb, openbox, xdotool and ImageMagick's `import`. FOLDER is target/screenshots unless given.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "${1:-target/debug/parkboard}")
folder=${2:-target/screenshots}
mkdir -p "$folder"
. tests/ui/display.sh

move() { xdotool mousemove "$1" "$2"; sleep 0.15; }
# Press, several moves, release, each in a frame of its own.
drag() {
  xdotool mousemove "$1" "$2"; sleep 0.2; xdotool mousedown 1; sleep 0.2
  for i in 1 2 3 4 5 6 7 8; do xdotool mousemove $(($1 + ($3 - $1) * i / 8)) $(($2 + ($4 - $2) * i / 8)); sleep 0.05; done
  sleep 0.4
}
drop() { xdotool mouseup 1; sleep 0.5; }
saved() { "$program" check "$work/board.ron" --json || true; }

# story LANG SIZE: coordinates of the queue rows and cards follow from the layout, which is fixed for a size.
story() {
  lang=$1 size=$2 name="$1-$2"
  dark=${3:-false}
  cp saves/mianyang-2022.ron "$work/board.ron"
  begin "$lang" "$size" "$dark" "$work/board.ron"
  [ "$size" = 1920x1080 ] && wide=1 || wide=0
  if [ $wide = 1 ]; then row1=148 step=48 left=150; card1_x=460 card1_y=240; else row1=146 step=48 left=110; card1_x=350 card1_y=150; fi
  move $left $((row1 + 6 * step)); xdotool click 1; sleep 0.5
  shot "$name-board"
  # A project of a sixth industry onto the national park whose slots are full: T13, the fifth of the queue.
  drag $left $((row1 + 4 * step)) $card1_x $card1_y
  shot "$name-drag"
  drop
  move $((card1_x + 300)) 20
  shot "$name-violation"
  xdotool key ctrl+s; sleep 1
  saved > "$work/answer.json"
  grep -q '"rule": "carried-cap"' "$work/answer.json" || fail "$name: the cap is not broken after the drop"
  grep -q '"id": "T13"' "$work/answer.json" || fail "$name: T13 is not named"
  xdotool key ctrl+z; sleep 0.5
  xdotool key ctrl+s; sleep 1
  saved > "$work/answer.json"
  if grep -q '"rule": "carried-cap"' "$work/answer.json"; then fail "$name: undo does not cure it"; fi
  cmp "$work/board.ron" saves/mianyang-2022.ron || fail "$name: the file is not as it was after undo"
  shot "$name-undone"
  # A move that is kept: save, quit, reopen, same board.
  drag $left $((row1 + 4 * step)) $card1_x $card1_y
  drop
  xdotool key ctrl+s; sleep 1
  cp "$work/board.ron" "$work/kept.ron"
  xdotool key ctrl+q
  for _ in $(seq 50); do kill -0 $app 2>/dev/null || break; sleep 0.1; done
  if kill -0 $app 2>/dev/null; then fail "$name: it does not quit"; fi
  begin "$lang" "$size" "$dark" "$work/board.ron"
  shot "$name-reopened"
  # The other workspaces, and the board as a map.
  for it in ctrl+1:existing ctrl+3:clusters ctrl+4:evaluation ctrl+5:sharing ctrl+6:compare ctrl+7:session; do
    xdotool key "${it%%:*}"; sleep 1.5
    move 700 8
    shot "$name-${it#*:}"
  done
  xdotool key ctrl+2; sleep 0.5; xdotool key ctrl+shift+m; sleep 1
  shot "$name-map"
  xdotool key ctrl+shift+m; sleep 0.5
  xdotool key ctrl+s; sleep 1
  cmp "$work/board.ron" "$work/kept.ron" || fail "$name: the reopened file differs"
  xdotool key ctrl+q; sleep 0.7
  kill $app 2>/dev/null || true
  echo "passed: $name"
}

wanted=${STORY:-all}
if [ "$wanted" = all ]; then
  for size in 1280x720 1920x1080; do for lang in zh en; do story $lang $size; done; done
  story en 1280x720 true
else
  # shellcheck disable=SC2086
  story $wanted
fi
