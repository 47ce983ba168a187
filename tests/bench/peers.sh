#!/bin/sh
# Our solver and its peers on the same instances, in turn: prints a table of gaps, bounds and times.
#
#   tests/bench/peers.sh FOLDER [SECONDS…]
#
# FOLDER holds the siting bench: gen_siting.py, peers.py, gap/ with its known.csv. Instances are made beside the results, in
# PEERS_OUT (a new temporary folder). PEERS names the peers (highs scip cpsat greedyd; none for ours alone), PEER_SECONDS how
# long each may take (60), SIZES the instances (city province nation), SEEDS their seeds (1 2 3), RUNS how often ours is run (5).
# Needs Python with ortools, highspy, pyscipopt and numpy (PYTHON names it); for peers that are left out, only numpy.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
bench=${1:?tests/bench/peers.sh FOLDER [SECONDS…]}
shift
[ $# -gt 0 ] || set -- 1 10
python=${PYTHON:-python3}
out=${PEERS_OUT:-$(mktemp -d)}
mkdir -p "$out"
cargo build --quiet --release --locked --no-default-features --example siting --manifest-path "$here/Cargo.toml"
SITING_BIN="$here/target/release/examples/siting"
export SITING_BIN
for size in ${SIZES-city province nation}; do
    for positions in fixed free; do
        for seed in ${SEEDS-1 2 3}; do
            [ "$size" != nation ] || [ "$seed" = 1 ] || continue
            instance="$out/$size-$positions-s$seed.json"
            [ -f "$instance" ] || "$python" "$bench/gen_siting.py" --size "$size" --positions "$positions" --seed "$seed" --out "$instance"
            for peer in ${PEERS-highs scip cpsat greedyd}; do
                # Peers find nothing of use on a nation, and take gigabytes to find that out.
                [ "$size" != nation ] || [ "$peer" = greedyd ] || continue
                "$python" "$bench/peers.py" run --inst "$instance" --solver "$peer" --threads 2 --limit "${PEER_SECONDS-60}" --out "$out/results.jsonl" >"$out/last.txt" 2>&1 ||
                    echo "$peer failed on $size-$positions-s$seed: $(tail -n 1 "$out/last.txt")" >&2
            done
            for seconds in "$@"; do
                for run in $(seq "${RUNS-5}"); do
                    SITING_SEED=$run "$python" "$bench/peers.py" run --inst "$instance" --solver parkboard --limit "$seconds" --out "$out/results.jsonl" >"$out/last.txt"
                done
            done
        done
    done
done
[ ! -f "$out/results.jsonl" ] || "$python" "$bench/peers.py" report "$out/results.jsonl"
if [ -d "$bench/gap" ] && [ -n "${GAP_SECONDS-30}" ]; then
    echo
    echo "| classic instance | best known | ours | above it % | bound | seconds |"
    echo "|---|---|---|---|---|---|"
    tail -n +2 "$bench/gap/known.csv" | while IFS=, read -r name best _; do
        "$SITING_BIN" --gap "$bench/gap/$name" "${GAP_SECONDS-30}" "$out/gap.json" >"$out/last.txt"
        "$python" - "$out/gap.json" "$name" "$best" <<'PYTHON'
import json, sys
found, best = json.load(open(sys.argv[1])), int(sys.argv[3])
value, bound = -found["value"], found["bound"]
print(f"| {sys.argv[2]} | {best} | {value} | {100 * (value - best) / best:.3f} | {'-' if bound is None else -bound} | {found['solve_s']:.1f} |")
PYTHON
    done
fi
echo "results: $out" >&2
