import { describe, expect, it } from "vitest";
import { moveFocus } from "../../../../src/browser/search-page/move-focus.ts";

describe("moveFocus", () => {
  it("leads from the field to the first hit", () => {
    expect(moveFocus("ArrowDown", undefined, 5)).toBe(0);
  });

  it("leads from the first hit back to the field", () => {
    expect(moveFocus("ArrowUp", 0, 5)).toBe("field");
  });

  it("goes one hit on and one back", () => {
    expect(moveFocus("ArrowDown", 2, 5)).toBe(3);
    expect(moveFocus("ArrowUp", 2, 5)).toBe(1);
  });

  it("goes to the neighbours from a place between two hits", () => {
    expect(moveFocus("ArrowDown", 1.5, 5)).toBe(2);
    expect(moveFocus("ArrowUp", 1.5, 5)).toBe(1);
    expect(moveFocus("ArrowUp", -0.5, 5)).toBe("field");
  });

  it("leads past the last hit, where there may be more", () => {
    expect(moveFocus("ArrowDown", 4, 5)).toBe(5);
  });

  it("knows the first and the last hit", () => {
    expect(moveFocus("Home", 3, 5)).toBe(0);
    expect(moveFocus("End", 3, 5)).toBe(4);
  });

  it("leads back to the field on Escape, and where there are no hits", () => {
    expect(moveFocus("Escape", 3, 5)).toBe("field");
    expect(moveFocus("ArrowDown", undefined, 0)).toBe("field");
  });
  it("leads from the field and by Home to the first of the hits, and above them only step by step", () => {
    expect(moveFocus("ArrowDown", undefined, 5, 2)).toBe(2);
    expect(moveFocus("Home", 4, 5, 2)).toBe(2);
    expect(moveFocus("ArrowUp", 2, 5, 2)).toBe(1);
    expect(moveFocus("ArrowUp", 0, 5, 2)).toBe("field");
  });
});
