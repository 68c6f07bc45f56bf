const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * JSON Merge Patch (RFC 7386), without touching what it is given: what the patch does not name is
 * the same object as before, so whoever draws it can see at once that nothing changed there.
 */
export function merge(before, patch) {
  if (!isObject(patch)) {
    return patch;
  }
  const after = isObject(before) ? { ...before } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete after[name];
    } else {
      put(after, name, merge(Object.hasOwn(after, name) ? after[name] : undefined, value));
    }
  }
  return after;
}

/** A plain assignment to `__proto__` would change what the object is instead of what it holds. */
function put(object, name, value) {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}
