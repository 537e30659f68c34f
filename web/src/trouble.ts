// What can go wrong with storage, in the numbering of StoreTrouble in src/app/happenings.h.

export const enum Trouble {
  noRoom,
  elsewhere,
  wiped,
  closed,
  noAnswer,
  newer,
  forbidden,
  older,
  damaged,
}

export class StoreError extends Error {
  constructor(readonly trouble: Trouble) {
    super(`storage trouble ${trouble}`);
  }
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof StoreError) return error.trouble;
  switch (error instanceof DOMException ? error.name : '') {
    case 'QuotaExceededError':
      return Trouble.noRoom;
    case 'ConstraintError':
      return Trouble.elsewhere;
    case 'VersionError':
      return Trouble.newer;
    case 'SecurityError':
      return Trouble.forbidden;
    default:
      // A full disk shows as UnknownError, too: what is sure is that the store broke off.
      return Trouble.closed;
  }
}
