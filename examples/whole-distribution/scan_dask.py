#!/usr/bin/env python3
"""abi-check over a large tree with Dask, and one report on stdout.

    ./scan_dask.py --shards 64 --parts parts -- --no-shim --target musl-1.2.5 /srv/packages > report.json

Without --scheduler it starts workers of its own on this machine (--workers). The workers of a cluster must see the same
files and the folder of the parts. If the scan is killed, the same command goes on where it stopped; the report has the
same bytes whatever the number of shards and workers.
"""
import argparse
import os
import pathlib
import subprocess
import sys

from distributed import Client, LocalCluster, as_completed

# 1: something was found. 3: something could not be read. Both are in the report.
FINE = (0, 1, 3)


def scan(tool, number, shards, parts, arguments):
    """One shard, on a worker. Returns the file of its records."""
    part = pathlib.Path(parts) / f"part-{number}.jsonl"
    command = [tool, "check", "--shard", f"{number}/{shards}", "--resume", str(part), "--progress", "never"]
    run = subprocess.run(command + arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if run.returncode not in FINE:
        raise RuntimeError(f"shard {number}/{shards}: status {run.returncode}: {run.stderr.strip()[-500:]}")
    return str(part)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scheduler", help="address of a running scheduler")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="workers of its own, without --scheduler")
    parser.add_argument("--shards", type=int, default=16)
    parser.add_argument("--parts", required=True, help="folder for the shards' records")
    parser.add_argument("--format", default="json", help="form of the report")
    parser.add_argument("arguments", nargs="+", help="abi-check's options and paths")
    options = parser.parse_args()
    tool = os.environ.get("ABI_CHECK", "abi-check")
    parts = pathlib.Path(options.parts).absolute()
    parts.mkdir(parents=True, exist_ok=True)
    cluster = None
    if options.scheduler is None:
        cluster = LocalCluster(n_workers=options.workers, threads_per_worker=1, dashboard_address=None)
    with Client(options.scheduler or cluster) as client:
        numbers = range(1, options.shards + 1)
        futures = [
            client.submit(scan, tool, number, options.shards, str(parts), options.arguments, retries=2, pure=False)
            for number in numbers
        ]
        # A shard that fails for good ends the scan with its message; the others' records stay for the next run.
        done = sorted(future.result() for future in as_completed(futures))
    if cluster:
        cluster.close()
    return subprocess.run([tool, "merge", "--format", options.format, *done], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
