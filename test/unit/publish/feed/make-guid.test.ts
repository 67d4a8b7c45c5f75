import { describe, expect, it } from "vitest";
import { choosePodcastGuid, makePodcastGuid } from "../../../../src/publish/feed/make-guid.ts";

describe("makePodcastGuid", () => {
  it("gives what the namespace gives for its example", async () => {
    expect(await makePodcastGuid("https://podnews.net/rss")).toBe("9b024349-ccf0-5f69-a609-6b82873eab3c");
  });

  it("does not mind the scheme and slashes at the end", async () => {
    for (const address of ["podnews.net/rss", "http://podnews.net/rss/", "feed://podnews.net/rss//"])
      expect(await makePodcastGuid(address)).toBe("9b024349-ccf0-5f69-a609-6b82873eab3c");
  });
});

describe("choosePodcastGuid", () => {
  const own = "https://tea.example/feed.xml";
  const guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810";
  const original = "https://podnews.net/rss";

  it("keeps the one that the show has", async () => {
    expect(await choosePodcastGuid({ guid, feed: { original, primary: true } }, own)).toBe(guid);
  });

  it("makes one of the feed's address at its host, also where the show has left it", async () => {
    for (const primary of [undefined, true])
      expect(await choosePodcastGuid({ feed: { original, primary } }, own)).toBe(
        await makePodcastGuid(original),
      );
  });

  it("makes one of the feed's own address where it is the show's only one", async () => {
    expect(await choosePodcastGuid({ feed: { primary: true } }, own)).toBe(await makePodcastGuid(own));
  });

  it("gives none where the show may have another feed that nobody names", async () => {
    expect(await choosePodcastGuid({}, own)).toBeUndefined();
  });
});
