/**
 * Keeps a value of this tab across reloads, under a key. A stored value may come from an older version of the page: if
 * it is not complete, it is dropped.
 */
export function keptAt(key, isWhole) {
  return {
    write: (value) => sessionStorage.setItem(key, JSON.stringify(value)),
    read() {
      try {
        const value = JSON.parse(sessionStorage.getItem(key));
        return value && isWhole(value) ? value : null;
      } catch {
        return null;
      }
    },
  };
}
