const key = "tingsuo-sound";

/** Whether the reader wants to see what sounds like a query; true where nothing was chosen. */
export function recallSound(): boolean {
  try {
    return localStorage.getItem(key) !== "off";
  } catch {
    return true;
  }
}

export function rememberSound(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(key);
    else localStorage.setItem(key, "off");
  } catch {
    // Storage may be forbidden: the choice then holds for this address.
  }
}
