import { DatabaseSync } from "node:sqlite";
import { beforeEach, describe, expect, it } from "vitest";
import { createGroupCommit, inTransaction } from "./group-commit.ts";

let database: DatabaseSync;
beforeEach(() => {
  database = new DatabaseSync(":memory:");
  database.exec("CREATE TABLE numbers (n INTEGER NOT NULL UNIQUE)");
});

const insert = (n: number) => () => {
  database.prepare("INSERT INTO numbers VALUES (?)").run(n);
};
const numbers = () =>
  (database.prepare("SELECT n FROM numbers ORDER BY n").all() as { n: number }[]).map(({ n }) => n);

/** Counts the transactions that a database is asked for. */
function countTransactions(): () => number {
  const exec = database.exec.bind(database);
  let begun = 0;
  database.exec = (sql) => {
    if (sql.startsWith("BEGIN")) begun += 1;
    exec(sql);
  };
  return () => begun;
}

describe("createGroupCommit", () => {
  it("resolves a write once it is committed", async () => {
    const commit = createGroupCommit(database);
    const written = commit.write(insert(1));
    expect(numbers()).toEqual([]);
    await written;
    expect(numbers()).toEqual([1]);
    expect(database.isTransaction).toBe(false);
  });

  it("commits what arrives in one turn together, and later turns on their own", async () => {
    const transactions = countTransactions();
    const commit = createGroupCommit(database);
    await Promise.all([1, 2, 3].map((n) => commit.write(insert(n))));
    expect(transactions()).toBe(1);
    await commit.write(insert(4));
    expect(transactions()).toBe(2);
    expect(numbers()).toEqual([1, 2, 3, 4]);
  });

  it("commits at once when asked, and not a second time", async () => {
    const transactions = countTransactions();
    const commit = createGroupCommit(database);
    const written = commit.write(insert(1));
    commit.flush();
    expect(numbers()).toEqual([1]);
    commit.flush();
    await written;
    await new Promise(setImmediate);
    expect(transactions()).toBe(1);
  });

  it("rejects the whole group when one write fails, stores none of it, and goes on", async () => {
    const commit = createGroupCommit(database);
    const group = await Promise.allSettled([1, 1, 2].map((n) => commit.write(insert(n))));
    expect(group.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(numbers()).toEqual([]);
    await commit.write(insert(3));
    expect(numbers()).toEqual([3]);
  });

  it("settles every write when the database is full, and goes on once there is room", async () => {
    database.exec("CREATE TABLE texts (text TEXT); PRAGMA max_page_count = 10");
    const put = (length: number) => () => {
      database.prepare("INSERT INTO texts VALUES (?)").run("x".repeat(length));
    };
    const commit = createGroupCommit(database);
    const group = await Promise.allSettled([10, 100_000].map((length) => commit.write(put(length))));
    for (const outcome of group) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { message: "database or disk is full" } });
    }
    database.exec("PRAGMA max_page_count = 1000");
    await commit.write(put(100_000));
    expect(database.prepare("SELECT COUNT(*) AS n FROM texts").get()).toEqual({ n: 1 });
  });
});

describe("inTransaction", () => {
  it("undoes everything when the work throws", () => {
    const work = () => {
      insert(1)();
      throw new Error("stop");
    };
    expect(() => inTransaction(database, work)).toThrow("stop");
    expect(numbers()).toEqual([]);
    expect(database.isTransaction).toBe(false);
  });
});
