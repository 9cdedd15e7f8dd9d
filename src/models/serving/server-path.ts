import { isAbsolute, posix, relative, resolve, sep } from "node:path";

/** The path under which a server sees a folder: what begins with `from` here begins with `to` there. */
export function serverPath(directory: string, path: { from: string; to: string } | undefined): string {
  const here = resolve(directory);
  if (!path) return here;
  const inside = relative(resolve(path.from), here);
  const isOutside = inside.startsWith("..") || isAbsolute(inside);
  return isOutside ? here : posix.join(path.to, ...inside.split(sep));
}
