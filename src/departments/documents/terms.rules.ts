/** The words agreed to on first opening. What somebody agreed to is kept with their name, so changing these changes nothing agreed before. */
export const wordingFor = (production: string, office: string): string =>
  [
    `What you are about to open belongs to “${production}” and is confidential.`,
    `You will not show, copy, publish or describe it to anybody who does not work on the production, and you will not post about it.`,
    `You will keep it only as long as you need it for your work, and delete it when ${office} asks.`,
    'This stays true after the production ends. It does not replace a longer agreement you have signed.',
  ].join('\n')
