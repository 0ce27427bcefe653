/** Suppliers and what they have, in words. Pure. */
import type { LeadTime } from '@docket/model/inventory/supplier';

/** "12 days", "1 day", "under a day". */
export function daysLabel(days: number): string {
  if (days < 0.5) return 'under a day';
  const whole = Math.round(days);
  return whole === 1 ? '1 day' : `${whole.toLocaleString('en')} days`;
}

/** How long something takes to come: "12 days, from 4 reorders", "not known yet". */
export function leadTimeLabel(leadTime: Pick<LeadTime, 'average_days' | 'reorders'> | null): string {
  if (leadTime === null) return 'not known yet';
  const { average_days: days, reorders } = leadTime;
  return `${daysLabel(days)}, from ${reorders === 1 ? '1 reorder' : `${reorders.toLocaleString('en')} reorders`}`;
}

/** The address of a website as people say it: without what every address begins with. */
export function shortWebsite(website: string): string {
  return website.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '');
}
