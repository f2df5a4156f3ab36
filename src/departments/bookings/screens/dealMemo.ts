/** Where the deal memo of somebody on a production is drawn up, with nothing left to choose. */
export const dealMemoFor = (productionId: string, personId: string): string =>
  `/productions/${productionId}/agreements?draw=deal_memo&for=${personId}`
