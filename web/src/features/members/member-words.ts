/** Members and invitations in words, and in which order members are listed. Pure. */
import type { Invitation } from '@docket/model/members/invitation';
import { ROLES } from '@docket/model/roles';
import type { Member } from '@docket/model/workspace';

/** Two letters that stand for a person where there is no picture. */
export function initials({ display_name: name, email }: Pick<Member, 'display_name' | 'email'>): string {
  const words = (name.trim() || email)
    .split(/[\s._@-]+/u)
    .map((word) => /^./u.exec(word)?.[0] ?? '')
    .filter((letter) => letter !== '');
  const [first = '?', ...others] = words;
  return `${first}${others.at(name.trim() === '' ? 0 : -1) ?? ''}`.toUpperCase();
}

/** The most powerful first, then by name. */
export function inOrder(members: readonly Member[]): Member[] {
  return members.toSorted(
    (a, b) =>
      ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
      a.display_name.localeCompare(b.display_name) ||
      a.uid.localeCompare(b.uid),
  );
}

/** Whom an invitation is for, as its owner would say. */
export function invitedWhom({ label, email }: Pick<Invitation, 'label' | 'email'>): string {
  return label.trim() || email || 'Whoever has the link';
}

const HOUR_MS = 3_600_000;

/** For how long it still holds: "for 6 days", "for 3 hours"; rounded down, but never to nothing. */
export function holdsFor(expiresAt: Date, now: Date): string {
  const hours = Math.max(1, Math.floor((expiresAt.getTime() - now.getTime()) / HOUR_MS));
  const days = Math.floor(hours / 24);
  const [count, unit] = days > 0 ? [days, 'day'] : [hours, 'hour'];
  return `for ${count} ${unit}${count === 1 ? '' : 's'}`;
}
