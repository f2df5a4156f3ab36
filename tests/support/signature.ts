import type { Page } from 'playwright-core'

/** A line across the pad, as a thumb draws it. The pad is to be in sight. */
export async function drawSignature(page: Page): Promise<void> {
  const box = await page.locator('[data-pad]').boundingBox()
  if (!box) throw new Error('There is nothing to sign on here.')
  await page.mouse.move(box.x + 40, box.y + 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 25, { steps: 4 })
  await page.mouse.move(box.x + 200, box.y + 75, { steps: 4 })
  await page.mouse.up()
}

/** Signs the paper that is open on a phone, and waits for the office to have it. */
export async function signOnPhone(phone: Page): Promise<void> {
  // The bar with the button lies over the end of the page: only scrolled down is the field free.
  await phone.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await drawSignature(phone)
  await phone.getByRole('button', { name: /^Sign/ }).click()
  await phone
    .getByText(/You signed/)
    .first()
    .waitFor()
}
