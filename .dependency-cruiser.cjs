/** Imports point one way: cli → experiment → config, report, exports → engine → stages → adapters → mathematics → foundation; domain is below all. */
const layers = [
  { name: "cli", folders: ["cli"] },
  { name: "experiment", folders: ["experiment"] },
  { name: "config, report and exports", folders: ["config", "report", "exports"] },
  { name: "engine", folders: ["engine"] },
  { name: "stages", folders: ["stages"] },
  { name: "adapters", folders: ["instructors", "models", "graders", "trainers", "datasets"] },
  { name: "mathematics", folders: ["mathematics"] },
  { name: "foundation", folders: ["foundation"] },
  { name: "domain", folders: ["domain"] },
];

const inFolders = (folders) => `^src/(${folders.join("|")})/`;

const oneWay = layers.slice(1).map(({ name, folders }, index) => ({
  name: `${name} must not import what is above`.replaceAll(/[ ,]+/g, "-"),
  severity: "error",
  from: { path: inFolders(folders) },
  to: { path: inFolders(layers.slice(0, index + 1).flatMap((layer) => layer.folders)) },
}));

module.exports = {
  forbidden: [
    ...oneWay,
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: "\\.(test|contract|fixture)\\.ts$" },
      to: {},
    },
    {
      name: "no-development-dependency-in-source",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.(test|contract|fixture)\\.ts$" },
      to: { dependencyTypes: ["npm-dev"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".js", ".json"],
      conditionNames: ["import", "node", "default"],
      exportsFields: ["exports"],
    },
  },
};
