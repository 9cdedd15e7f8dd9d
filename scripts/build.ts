/**
 * Makes the package that is published, in `dist/`: compiled code in the layout of the repository with its prompts and Python
 * programs, the pupil's weights, and a package.json that names the compiled files. Node does not run TypeScript below
 * `node_modules`.
 *
 *     npm run build && npm publish ./dist
 */
import { execFileSync } from "node:child_process";
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const out = join(root, "dist");

rmSync(out, { recursive: true, force: true });
execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"], {
  cwd: root,
  stdio: "inherit",
});
const read = globSync("src/**/*.{md,py,txt}", { cwd: root, exclude: ["**/fixtures"] });
for (const file of ["README.md", "LICENSE", "pupil/weights", "pupil/reflective", ...read]) {
  cpSync(join(root, file), join(out, file), { recursive: true });
}

const { scripts, devDependencies, overrides, ...description } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);
const compiled = (file: string): string => file.replace(/\.ts$/, ".js");
const published = {
  ...description,
  bin: { errata: compiled(description.bin.errata) },
  exports: Object.fromEntries(
    Object.entries<string>(description.exports).map(([name, file]) => [
      name,
      { types: file.replace(/\.ts$/, ".d.ts"), default: compiled(file) },
    ]),
  ),
};
writeFileSync(join(out, "package.json"), `${JSON.stringify(published, null, 2)}\n`);
