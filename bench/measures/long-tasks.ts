/** Tasks that keep a page from answering, as its browser counts them. */
import type { Page } from '@playwright/test';

/** From here on a browser calls a task long. */
const LONG_TASK_MS = 50;

/** Runs in the page: keeps the duration of every long task from now on. */
const WATCH_TASKS = `window.docketTasks = [];
  window.docketWatch = new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.docketTasks.push(task.duration);
  });
  window.docketWatch.observe({ type: 'longtask' });`;

/** Durations in milliseconds of the tasks over 50 ms that `work` causes. */
export async function longTasks(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(WATCH_TASKS);
  await work();
  await page.waitForTimeout(LONG_TASK_MS * 10);
  return await page.evaluate<number[]>('window.docketWatch.disconnect(), window.docketTasks');
}
