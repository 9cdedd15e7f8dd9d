import { ErrataError } from "../../foundation/errors.ts";

/** What a refused download means for the person who asked for it. */
export function refusal(response: Response, url: string, hasToken: boolean): ErrataError {
  const { status, headers } = response;
  const code = headers.get("x-error-code");
  if (code === "GatedRepo") {
    return new ErrataError(`${url} is only for those who have accepted its conditions.`, {
      advice: hasToken
        ? "Accept them on the data set's page, with the account whose token HF_TOKEN is."
        : "Accept them on the data set's page, and set HF_TOKEN to a token of that account.",
    });
  }
  if (status === 401 || status === 403) {
    return new ErrataError(`${url} may not be read (${status}).`, {
      advice: hasToken
        ? "HF_TOKEN is wrong or has expired, or its account may not read this; public data needs no token."
        : "It may be private or gone; a private one needs HF_TOKEN.",
    });
  }
  if (status === 404 || status === 410) {
    return new ErrataError(`${url} is not there (${code ?? status}).`, {
      advice:
        "It may have been moved or withdrawn, or the mirror in HF_ENDPOINT or ERRATA_GITHUB_ENDPOINT lacks it.",
    });
  }
  return new ErrataError(
    `${url} was refused (${status} ${headers.get("x-error-message") ?? response.statusText}).`,
    {
      advice: "Check HF_ENDPOINT, ERRATA_GITHUB_ENDPOINT and the proxy.",
    },
  );
}
