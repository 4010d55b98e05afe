// The names of the two Electron channels that carry the whole contract.
export const callChannel = 'desk:call'
export const eventChannel = 'desk:event'
