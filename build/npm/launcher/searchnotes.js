#!/usr/bin/env node
// Starts the program of the platform package that npm installed beside this one.
"use strict";

const { spawn } = require("node:child_process");
const { constants } = require("node:os");

const packages = {
  "linux-x64": "searchnotes-linux-x64/searchnotes",
  "linux-arm64": "searchnotes-linux-arm64/searchnotes",
  "darwin-arm64": "searchnotes-osx-arm64/searchnotes",
  "win32-x64": "searchnotes-win-x64/searchnotes.exe",
};

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}

const platform = `${process.platform}-${process.arch}`;
const file = packages[platform];
if (!file) {
  fail(`SearchNotes has no native program for ${platform}; "dotnet tool install -g SearchNotes" works there.`);
}

let program;
try {
  program = require.resolve(file);
} catch {
  fail(`The package ${file.split("/")[0]} is missing; install searchnotes again, with optional dependencies.`);
}

const child = spawn(program, process.argv.slice(2), { stdio: "inherit" });
// A terminal sends its signals to both; a supervisor sends them to this process alone.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => child.kill(signal));
}
child.on("error", (error) => fail(`${program} cannot be started: ${error.message}`));
child.on("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
