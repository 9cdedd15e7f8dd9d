const ending = import.meta.url.slice(import.meta.url.lastIndexOf("."));

/** A worker's module, named without its ending: the package runs as TypeScript here and as JavaScript when published. */
export function workerModule(file: URL): URL {
  return new URL(`${file.href}${ending}`);
}
