/** The browser of the journeys: Chromium without a window, which takes two thirds of the whole one's processor time. */
export const CHROMIUM = process.env.KEZEK_CHROMIUM ?? '/usr/bin/chromium-headless-shell'
