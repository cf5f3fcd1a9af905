#!/usr/bin/env bash
# Compiles requirements/*.lock from the pyproject files. Compiling again must give the same bytes (tests/architecture holds it).
# usage: tools/lock.sh [OUT_DIR] [--upgrade]
set -eu
cd "$(dirname "$0")/.."
out=${1:-requirements}
upgrade=${2:-}
uv=${UV:-.venv/bin/uv}
mapfile -t projects < <(ls libs/*/pyproject.toml services/*/pyproject.toml deploy/local/pyproject.toml deploy/sandbox/pyproject.toml tools/simulate/pyproject.toml)
own=()
for project in "${projects[@]}"; do
    own+=(--no-emit-package "$(sed -n 's/^name = "\(.*\)"/\1/p' "$project")")
done
compile() {
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
        --no-annotate $upgrade "${own[@]}" "$@"
}
compile --output-file "$out/dev.lock" --group dev "${projects[@]}"
for project in services/*/pyproject.toml; do
    name=$(basename "$(dirname "$project")")
    compile --constraints "$out/dev.lock" --output-file "$out/$name.lock" "$project"
done
