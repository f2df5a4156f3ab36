import { Notifications } from '@mantine/notifications'
import '@mantine/notifications/styles.layer.css'

/** Where toasts stand. What is said before this has arrived is kept and shown then. */
export const Toasts = () => <Notifications position="bottom-right" limit={4} containerWidth={420} zIndex={500} />
