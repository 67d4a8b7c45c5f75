import type { Page, Route } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { findFaults } from "./find-faults.ts";
import { openPage, type PageOptions, waitForRest } from "./open-page.ts";

const site = inject("siteUrl");
const train = `${site}episodes/007-night-train/`;
const words = `${site}episodes/008-word-by-word/`;

/** What is heard at a moment: `time` is the page's own clock, in seconds. */
function hear(page: Page): Promise<{ place: number; time: number; isPlaying: boolean }> {
  return page.locator("episode-player audio").evaluate((audio: HTMLAudioElement) => ({
    place: audio.currentTime,
    time: performance.now() / 1000,
    isPlaying: !audio.paused && audio.readyState > 2,
  }));
}

/** Does something, and gives the second of the recording with which sound then begins. */
async function hearFirst(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const heard: number[] = [];
    Object.assign(window, { heard });
    // Captured: a page without a recording has no audio yet, and the event does not bubble.
    const note = ({ target }: Event) => heard.push((target as HTMLAudioElement).currentTime);
    document.addEventListener("playing", note, { capture: true, once: true });
  });
  await act();
  await page.waitForFunction(() => (window as unknown as { heard: number[] }).heard.length > 0);
  return page.evaluate(() => (window as unknown as { heard: number[] }).heard[0] ?? Number.NaN);
}

function openSearch(options?: PageOptions): Promise<Page> {
  return openPage(`${site}search/?q=${encodeURIComponent("天亮的时候")}`, options);
}

async function followHit(page: Page): Promise<void> {
  await page.locator("a[data-hit]").first().click();
  await page.waitForURL(/007-night-train/);
  await page.locator("[data-passage][aria-current]").waitFor();
}

/** Waits until sound comes out. */
function waitForSound(page: Page): Promise<unknown> {
  return page.waitForFunction(() => {
    const audio = document.querySelector<HTMLAudioElement>("episode-player audio");
    return audio !== null && !audio.paused && audio.readyState > 2 && audio.played.length > 0;
  });
}

/** Waits until the page rests, and tells how far it is scrolled: a wheel turns smoothly, and then comes what is laid out. */
function restScroll(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let top = scrollY;
    for (let frames = 0; frames < 10; frames++) {
      await new Promise(requestAnimationFrame);
      if (scrollY !== top) frames = 0;
      top = scrollY;
    }
    return top;
  });
}

/** Goes to a moment as the slider does. */
async function seek(page: Page, seconds: number): Promise<void> {
  await page.locator("[data-player-place]").evaluate((slider: HTMLInputElement, value) => {
    slider.valueAsNumber = value;
    slider.dispatchEvent(new Event("input"));
    slider.dispatchEvent(new Event("change"));
  }, seconds);
  await page.waitForFunction(
    () => document.querySelector<HTMLAudioElement>("episode-player audio")?.seeking === false,
  );
}

async function openPlaying(address: string, options: PageOptions = {}): Promise<Page> {
  const page = await openPage(address, options);
  await page.locator("listen-button button").click();
  await waitForSound(page);
  return page;
}

describe("a recording", () => {
  it("is not asked for before somebody wants to hear it", async () => {
    const asked: string[] = [];
    const page = await openPage(`${train}?q=${encodeURIComponent("车站")}#t=14`, {
      prepare: async (own) => own.on("request", (request) => asked.push(request.url())),
    });
    await page.locator("mark").first().waitFor();
    await page.locator("[data-player-more], [data-player-speed]").first().waitFor({ state: "attached" });
    await waitForRest(page);
    expect(asked.filter((url) => url.endsWith(".opus"))).toEqual([]);
    await page.keyboard.press("Space");
    await waitForSound(page);
    expect(asked.filter((url) => url.endsWith(".opus"))).not.toEqual([]);
    await page.close();
  });

  it("plays from the second of the hit that was followed", async () => {
    const page = await openSearch();
    const first = await hearFirst(page, () => followHit(page));
    expect(Math.abs(first - 74.376)).toBeLessThan(0.3);
    expect(await page.locator("[data-passage][aria-current]").getAttribute("data-start")).toBe("74.376");
    await page.close();
  });

  it("leaves the episode that plays for the hit that was followed", async () => {
    const page = await openPlaying(words);
    await page.locator("#site-search").fill("天亮的时候");
    await page.locator("#site-search").press("Enter");
    await page.waitForURL(/search/);
    const first = await hearFirst(page, () => followHit(page));
    expect(Math.abs(first - 74.376)).toBeLessThan(0.3);
    await page.close();
  });

  it("waits at the hit for a press after the reader has paused", async () => {
    const page = await openPlaying(train);
    await page.keyboard.press("k");
    await page.locator("#site-search").fill("天亮的时候");
    await page.locator("#site-search").press("Enter");
    await page.waitForURL(/search/);
    await followHit(page);
    await page.locator("listen-button button").filter({ hasText: "1:14" }).waitFor();
    expect((await hear(page)).isPlaying).toBe(false);
    const first = await hearFirst(page, () => page.keyboard.press("Space"));
    expect(Math.abs(first - 74.376)).toBeLessThan(0.3);
    await page.close();
  });

  it("waits at the hit for a reader who has set it so, and asks for no audio", async () => {
    const page = await openPage(train);
    await page.locator('[popovertarget="reading-settings"]:visible').first().click();
    await page.locator('input[name="follow"][value="quiet"]').click();
    await page.goto(`${site}search/?q=${encodeURIComponent("天亮的时候")}`);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await followHit(page);
    await page.locator("listen-button button").filter({ hasText: "1:14" }).waitFor();
    await waitForRest(page);
    expect(asked.filter((url) => url.endsWith(".opus"))).toEqual([]);
    await page.close();
  });

  it("waits at the hit without a word where the browser refuses to play", async () => {
    const refuse = () => {
      HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException("", "NotAllowedError"));
    };
    const page = await openSearch({ prepare: (own) => own.addInitScript(refuse) });
    await followHit(page);
    await page.locator("listen-button button").filter({ hasText: "1:14" }).waitFor();
    expect(await page.locator("[data-player-status]").textContent()).toBe("");
    await page.close();
  });

  it("plays a passage from its true second behind an inserted jingle", async () => {
    const page = await openPage(words);
    const first = await hearFirst(page, () => page.locator("[data-passage] .time").nth(1).click());
    expect(Math.abs(first - 16.88)).toBeLessThan(0.3);
    await page.close();
  });

  it("has no player where there is none", async () => {
    const page = await openPage(`${inject("odysseyUrl")}episodes/deepseek-r1/`);
    expect(await page.locator("audio").count()).toBe(0);
    expect(await page.locator("episode-player").isVisible()).toBe(false);
    await page.close();
  });

  it("plays without JavaScript by the browser's own controls", async () => {
    const page = await openPage(train, { javaScriptEnabled: false });
    const audio = page.locator("audio[controls]");
    expect(await audio.getAttribute("src")).toContain("night-train.opus");
    expect(await audio.getAttribute("preload")).toBe("none");
    await page.close();
  });
});

describe("following", () => {
  it("keeps to the passage over chapters, speeds and seeks", async () => {
    const page = await openPlaying(train);
    for (const [seconds, id] of [
      [1, "t=0"],
      [37.9, "t=38"],
      [74, "t=74"],
      [20.7, "t=20"],
    ] as const) {
      await seek(page, seconds);
      await page.waitForFunction((own) => document.querySelector("[data-spoken]")?.id === own, id);
    }
    await page.locator("[data-player-speed]").selectOption("3");
    await seek(page, 72);
    const place = await page
      .waitForFunction(() => {
        const audio = document.querySelector("episode-player audio") as HTMLAudioElement;
        return document.querySelector("[data-spoken]")?.id === "t=74" && audio.currentTime;
      })
      .then((handle) => handle.jsonValue());
    expect(place).toBeGreaterThan(74.3);
    expect(place).toBeLessThan(75.5);
    expect(await page.locator("[data-passage][aria-current]").count()).toBe(1);
    await page.locator("[data-player-chapter]").filter({ hasText: "早上 Breakfast" }).waitFor();
    await page.close();
  });

  it("lights the word that is being said, and goes to a word that is pressed", async () => {
    const page = await openPlaying(words);
    await page.keyboard.press("k");
    const waitForLit = (word: string) =>
      page.waitForFunction((own) => {
        const [range] = CSS.highlights.get("spoken") ?? [];
        return range?.toString() === own;
      }, word);
    // 20.151 in the transcript, and four seconds of jingle.
    await seek(page, 24.2);
    await waitForLit("press");
    const box = await page
      .locator("[data-passage] .text")
      .nth(1)
      .evaluate((text) => {
        const range = document.createRange();
        const node = text.firstChild as Text;
        const at = node.data.indexOf("voice");
        range.setStart(node, at + 1);
        range.setEnd(node, at + 4);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
    await page.mouse.click(box.x, box.y);
    await waitForLit("voice");
    expect((await hear(page)).place).toBeCloseTo(27.62, 1);
    await page.close();
  });

  it("leaves a reader who has scrolled away alone, and offers to come back", async () => {
    const page = await openPlaying(train, { viewport: { width: 800, height: 500 } });
    await page.waitForFunction(() => document.querySelector("[data-spoken]") !== null);
    await page.locator("episode-player audio").evaluate((audio: HTMLAudioElement) => {
      audio.playbackRate = 3;
    });
    await page.mouse.move(400, 200);
    await page.mouse.wheel(0, 4000);
    await page.locator("[data-player-return]").waitFor();
    const top = await restScroll(page);
    await page.waitForFunction(() => {
      const audio = document.querySelector<HTMLAudioElement>("episode-player audio");
      return (audio?.currentTime ?? 0) > 5.6;
    });
    expect(await page.evaluate(() => scrollY)).toBe(top);
    await page.locator("[data-player-return]").click();
    await page.locator("[data-player-return]").waitFor({ state: "hidden" });
    const isInView = await page.locator("[data-spoken]").evaluate((passage) => {
      const { top, bottom } = passage.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    expect(isInView).toBe(true);
    await page.close();
  });

  it("costs no visible work over an hour of passages of two seconds", async () => {
    const giveHour = async (route: Route) => {
      const response = await route.fetch();
      const passages = Array.from({ length: 1800 }, (_, index) => {
        const text = `<p class="text" data-timed="word" data-times="0,0 2,50 2,50 2,50">第${index % 10}句一二三四五</p>`;
        return `<div class="passage" id="t=${index * 2}" data-passage data-start="${index * 2}" data-line="1">${text}</div>`;
      });
      const html = await response.text();
      const [before, after] = [
        html.indexOf('<div class="leaf '),
        html.indexOf("</section>", html.indexOf("data-transcript")),
      ];
      await route.fulfill({ response, body: html.slice(0, before) + passages.join("") + html.slice(after) });
    };
    const page = await openPlaying(train, { prepare: (own) => own.route(train, giveHour) });
    const costs = await page.evaluate(async () => {
      const audio = document.querySelector("episode-player audio") as HTMLAudioElement;
      let place = 0;
      Object.defineProperty(audio, "currentTime", { get: () => place, set: () => undefined });
      const spent = { moved: [] as number[], same: [] as number[] };
      for (let step = 1; step <= 60; step++) {
        place = step * 50;
        for (const kind of ["moved", "same", "same", "same"] as const) {
          const from = performance.now();
          audio.dispatchEvent(new Event("timeupdate"));
          spent[kind].push(performance.now() - from);
          await new Promise(requestAnimationFrame);
        }
      }
      // The same work each time: what others do on a busy machine only adds to it.
      const findQuartile = (some: number[]) => some.sort((one, other) => one - other)[some.length >> 2] ?? 99;
      const passages = document.querySelectorAll("[data-passage]").length;
      return { moved: findQuartile(spent.moved), same: findQuartile(spent.same), passages };
    });
    expect(costs.passages).toBe(1800);
    console.info(
      `An hour of two-second passages: ${costs.same.toFixed(2)} ms a timeupdate, ${costs.moved.toFixed(2)} ms with a new passage.`,
    );
    // A frame has 16 ms.
    expect(costs.same).toBeLessThan(2);
    expect(costs.moved).toBeLessThan(16);
    await page.close();
  });

  it("shows on the bar where the words of a search are said", async () => {
    const page = await openPage(`${train}?q=${encodeURIComponent("lamp")}`);
    await page.locator("[data-player-hits] .lit").waitFor({ state: "attached" });
    const strokes = await page.locator("[data-player-hits] .lit").getAttribute("d");
    // Cue 51.587 of 103 seconds in 120 strokes four units apart; "lamps" is another word.
    expect(strokes).toContain(`M${Math.floor((51.587 / 103) * 120) * 4 + 1} `);
    await page.close();
  });
});

/** What a browser of last year lacks of what the router uses. */
function becomeOlder(): void {
  Reflect.deleteProperty(Document.prototype, "startViewTransition");
  Reflect.deleteProperty(Element.prototype, "moveBefore");
}

describe("the player", () => {
  it.each([
    ["this browser", (): void => undefined],
    ["one without view transitions and moveBefore", becomeOlder],
  ] as const)("plays on over five pages without a gap in %s", async (_, prepare) => {
    const page = await openPlaying(train, { prepare: (own) => own.addInitScript(prepare) });
    // From here on it waits for no file, only, on a busy machine, for its own decoder: `waiting` tells nothing of the page.
    await page.waitForFunction(() => {
      const { buffered, duration } = document.querySelector("episode-player audio") as HTMLAudioElement;
      return buffered.length === 1 && buffered.start(0) === 0 && buffered.end(0) > duration - 1;
    });
    await page.evaluate(() => {
      const audio = document.querySelector("episode-player audio") as HTMLAudioElement;
      const stops: string[] = [];
      for (const event of ["pause", "emptied", "seeking"])
        audio.addEventListener(event, () => stops.push(event));
      Object.assign(window, { stops });
    });
    const before = await hear(page);
    const links = [
      ["nav a[href$='/terms/']", /terms\/$/],
      ["nav a[href$='/people/']", /people\/$/],
      ["nav a[href$='/search/']", /search\/$/],
      [".site-header .name", /archiv\/$/],
      ["nav a[href$='/episodes/']", /episodes\/$/],
    ] as const;
    for (const [link, address] of links) {
      await page.locator(link).first().click();
      await page.waitForURL(address);
      await page.locator("h1").waitFor();
    }
    const after = await hear(page);
    expect(after.isPlaying).toBe(true);
    expect(await page.evaluate(() => (window as unknown as { stops: string[] }).stops)).toEqual([]);
    expect(Math.abs(after.place - before.place - (after.time - before.time))).toBeLessThan(0.5);
    expect(await page.locator("episode-player audio").count()).toBe(1);
    await page.close();
  });

  it("goes on with its own episode while another one's page is read", async () => {
    const page = await openPlaying(train);
    await page.locator(".site-header nav a").first().click();
    await page.locator("a[href*='008-word-by-word']").first().click();
    await page.waitForURL(/008-word-by-word/);
    expect(await page.locator("[data-player-title]").textContent()).toBe("夜里的火车 Night train");
    expect((await hear(page)).isPlaying).toBe(true);
    await page.locator("[data-passage] .time").nth(2).click();
    await page.waitForFunction(
      () => document.querySelector("[data-player-title]")?.textContent === "一个字一个字 Word by word",
    );
    await waitForSound(page);
    expect((await hear(page)).place).toBeGreaterThan(30.4);
    await page.close();
  });

  it("leaves what plays alone when Back leads to a moment's page", async () => {
    const page = await openPage(`${train}#t=14`);
    await page.keyboard.press("Space");
    await waitForSound(page);
    await seek(page, 60);
    await page.locator("nav a[href$='/terms/']").click();
    await page.waitForURL(/terms\/$/);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector("[data-spoken]")?.id === "t=55");
    expect((await hear(page)).place).toBeGreaterThan(59);
    await page.close();
  });

  it("begins after a reload where it was left", async () => {
    const page = await openPlaying(train);
    await seek(page, 52);
    await page.keyboard.press("k");
    const { place } = await hear(page);
    await page.reload();
    await page.locator("listen-button button").filter({ hasText: "0:52" }).waitFor();
    expect(Math.abs((await hear(page)).place - place)).toBeLessThan(0.2);
    const first = await hearFirst(page, () => page.keyboard.press("k"));
    expect(Math.abs(first - place)).toBeLessThan(0.3);
    await page.close();
  });

  it("goes where its keys say, but not while someone writes", async () => {
    const page = await openPlaying(train);
    await page.keyboard.press("k");
    await seek(page, 50);
    for (const [key, place] of [
      ["l", 80],
      ["j", 65],
      ["ArrowLeft", 60],
      ["ArrowRight", 65],
    ] as const) {
      await page.keyboard.press(key);
      expect((await hear(page)).place).toBeCloseTo(place, 0);
    }
    await page.locator("#site-search").focus();
    await page.keyboard.type("jkl ?");
    expect((await hear(page)).place).toBeCloseTo(65, 0);
    expect(await page.locator("#site-search").inputValue()).toBe("jkl ?");
    await page.locator("h1").click();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "键盘操作" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.close();
  });

  it("tells the lock screen what is playing", async () => {
    const page = await openPlaying(train);
    const told = await page.evaluate(() => [
      navigator.mediaSession.metadata?.title,
      navigator.mediaSession.metadata?.album,
    ]);
    expect(told).toEqual(["夜里的火车 Night train", "小样播客"]);
    await page.close();
  });

  it("keeps the pitch at another speed, and the speed for the next episode", async () => {
    const page = await openPlaying(train);
    await page.locator("[data-player-speed]").selectOption("1.5");
    await page.goto(words);
    await page.locator("listen-button button").click();
    await waitForSound(page);
    const audio = page.locator("episode-player audio");
    expect(
      await audio.evaluate((element: HTMLAudioElement) => [element.playbackRate, element.preservesPitch]),
    ).toEqual([1.5, true]);
    await page.close();
  });

  it("reads sensibly to a screen reader, in both languages", async () => {
    const page = await openPage(train);
    const player = page.locator(".player");
    const readNames = async () =>
      [...(await player.ariaSnapshot()).matchAll(/- (button|combobox|slider|option) "([^"]+)"/g)].map(
        ([, role, name]) => `${role} ${name}`,
      );
    const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3].map((speed) => `option ${speed}×`);
    expect(await readNames()).toEqual([
      ...["button 后退15秒", "button 播放", "button 前进30秒", "slider 播放位置"],
      ...["combobox 速度", ...speeds],
      ...["combobox 定时停止", "option 不定时停"],
      ...[5, 15, 30, 45, 60].map((minutes) => `option ${minutes}分钟后停`),
      ...["option 这一章完就停", "button 静音", "slider 音量", "button 键盘操作", "button 关闭播放器"],
    ]);
    await page.locator("language-switch button").click();
    expect(await readNames()).toEqual([
      ...["button Back 15 seconds", "button Play", "button Forward 30 seconds"],
      ...["slider Place in the episode", "combobox Speed", ...speeds],
      ...["combobox Sleep timer", "option No sleep timer"],
      ...[5, 15, 30, 45, 60].map((minutes) => `option Stop in ${minutes} minutes`),
      ...["option At the chapter’s end", "button Mute", "slider Volume", "button Keyboard"],
      "button Close the player",
    ]);
    expect(await page.locator("[data-player-place]").getAttribute("aria-valuetext")).toBe("0:00 / 1:43");
    await page.close();
  });

  it("stops where the chapter ends when its reader wants to sleep, and says so", async () => {
    const page = await openPlaying(train);
    await page.locator("[data-player-sleep]").selectOption("chapter");
    await seek(page, 37.2);
    await page.locator("[data-player-status]").filter({ hasText: "按定时停下了" }).waitFor();
    const { place, isPlaying } = await hear(page);
    expect(isPlaying).toBe(false);
    expect(Math.abs(place - 38)).toBeLessThan(1);
    expect(await page.locator("[data-player-sleep]").inputValue()).toBe("off");
    await page.close();
  });

  it("keeps the volume, and is silent at a press", async () => {
    const page = await openPlaying(train);
    const audio = page.locator("episode-player audio");
    await page.locator("[data-player-volume]").fill("40");
    await page.locator("[data-player-mute]").click();
    await page.locator("[data-player-mute][aria-pressed=true]").waitFor();
    expect(await audio.evaluate((element: HTMLAudioElement) => [element.volume, element.muted])).toEqual([
      0.4,
      true,
    ]);
    await page.reload();
    await page.locator(".player").waitFor();
    expect(await audio.evaluate((element: HTMLAudioElement) => element.volume)).toBe(0.4);
    await page.close();
  });

  it("shows where its chapters begin", async () => {
    const page = await openPage(train);
    const places = await page
      .locator("[data-player-ticks] i")
      .evaluateAll((ticks) =>
        ticks.map((tick) => Math.round(Number.parseFloat((tick as HTMLElement).style.insetInlineStart))),
      );
    // 0, 38 and 74 of 103 seconds.
    expect(places).toEqual([0, 37, 72]);
    await page.close();
  });

  it("does what the lock screen and the media keys ask", async () => {
    const keepHandlers = () => {
      const handlers: Record<string, (details: object) => void> = {};
      Object.assign(window, { handlers });
      navigator.mediaSession.setActionHandler = (action, handler) => {
        if (handler !== null) handlers[action] = handler as (details: object) => void;
      };
    };
    const page = await openPlaying(train, { prepare: (own) => own.addInitScript(keepHandlers) });
    const ask = (action: string, details = {}) =>
      page.evaluate(
        ([name, own]) =>
          (window as unknown as { handlers: Record<string, (details: object) => void> }).handlers[name]?.(
            own,
          ),
        [action, details] as const,
      );
    await ask("pause");
    for (const [action, details, place] of [
      ["seekto", { seekTime: 50 }, 50],
      ["seekbackward", {}, 35],
      ["seekforward", {}, 65],
      ["nexttrack", {}, 74.4],
      ["previoustrack", {}, 38],
    ] as const) {
      await ask(action, details);
      expect(Math.abs((await hear(page)).place - place)).toBeLessThan(1);
    }
    await page.close();
  });

  it("goes when it is closed, and comes back when it is asked for", async () => {
    const page = await openPlaying(train);
    await page.locator("[data-player-close]").click();
    expect(await page.locator(".player").isVisible()).toBe(false);
    await page.locator("listen-button button").click();
    await waitForSound(page);
    expect(await page.locator(".player").isVisible()).toBe(true);
    await page.close();
  });
});

describe("a recording that does not play", () => {
  it.each([
    [{ status: 404, body: "gone" }, "地址上没有文件", "no recording at its address"],
    [{ status: 200, contentType: "text/html", body: "<p>no sound</p>" }, "录音打不开", "does not open"],
    [{ status: 200, contentType: "audio/x-amr", body: "#!AMR" }, "录音打不开", "does not open"],
  ])("says why in both languages, and leaves the transcript: %o", async (response, zh, en) => {
    const page = await openPage(train);
    await page.route("**/*.opus", (route) => route.fulfill(response));
    const text = await page.locator("[data-transcript]").textContent();
    await page.locator("listen-button button").click();
    const status = page.locator("[data-player-status]");
    await status.filter({ hasText: zh }).waitFor();
    expect(await status.textContent()).toContain(en);
    expect(await page.locator("[data-player-retry]").isVisible()).toBe(true);
    expect(await page.locator("[data-transcript]").textContent()).toBe(text);
    await page.unroute("**/*.opus");
    await page.locator("[data-player-retry]").click();
    await waitForSound(page);
    expect(await status.textContent()).toBe("");
    await page.close();
  });

  it("says so where the browser knows no such kind of recording", async () => {
    const giveOther = async (route: Route) => {
      const response = await route.fetch();
      const html = (await response.text())
        .replaceAll("night-train.opus", "night-train.wma")
        .replace('"type":"audio/ogg"', '"type":"audio/x-ms-wma"');
      await route.fulfill({ response, body: html });
    };
    const page = await openPage(train, { prepare: (own) => own.route(train, giveOther) });
    await page.route("**/*.wma", (route) => route.fulfill({ contentType: "audio/x-ms-wma", body: "wma" }));
    await page.locator("listen-button button").click();
    await page.locator("[data-player-status]").filter({ hasText: "audio/x-ms-wma" }).waitFor();
    expect(await page.locator("[data-passage] .text").first().isVisible()).toBe(true);
    await page.close();
  });

  it("says that it is slow before anybody wonders", async () => {
    const page = await openPage(train, { prepare: (own) => own.clock.install() });
    await page.route("**/*.opus", () => undefined);
    await page.locator("listen-button button").click();
    await page.clock.fastForward(4000);
    await page.locator("[data-player-status]").filter({ hasText: "有点慢" }).waitFor();
    await page.close();
  });
});

describe("a page with the player", () => {
  const cases = (["light", "dark"] as const).flatMap((colorScheme) =>
    [360, 1280].map((width) => ({ colorScheme, width })),
  );

  it.each(cases)("has nothing for axe to find: $colorScheme, $width", async ({ colorScheme, width }) => {
    const page = await openPlaying(train, { colorScheme, viewport: { width, height: 780 } });
    if (width === 360) await page.locator("[data-player-more]").click();
    expect(await findFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });
});
