import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { buildApp } from '../lib/app';
import { synth } from '../lib/synth';
import { demoPlatform } from '../lib/testing';

/** Times what a user waits for: the command from a cold process, and its first stages in a warm one. */
function main(): void {
  const runs = 7;
  row('npm run synth, cold process', runs, () => spawnSync('npm', ['run', '--silent', 'synth']));
  const platform = demoPlatform();
  row('build the app', runs, () => buildApp(platform));
  row('build and synth', runs, () => synth(buildApp(platform)));
}

function row(name: string, runs: number, work: () => unknown): void {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const [min = 0] = times;
  const median = times[Math.floor(runs / 2)] ?? 0;
  console.log(`${name.padEnd(32)} median ${median.toFixed(0)} ms, min ${min.toFixed(0)} ms, ${runs} runs`);
}

main();
