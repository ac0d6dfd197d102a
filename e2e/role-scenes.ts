import { type Audience, PAGES, type World } from "@/e2e/access-matrix";
import { type Scene, SCENES } from "@/e2e/scenes";
import { ROLES, type Role } from "@/lib/domain/access/actor";
import { DEMO_PEOPLE } from "@/prisma/seed/demo-people";

// One only leads on to where a role starts; the other is what a scene of its own is sent to.
const NOT_ASKED_FOR = ["/", "/no-permission"];

// Stand-ins for the records: enough to tell which page an address belongs to.
const ANY: World = {
  ...{ merchantId: "m", terminalId: "t", limitId: "l", limitRequestId: "r", limitBatchId: "b" },
  ...{ checkId: "c", reservationId: "v", staffUserId: "s", reviewerUserId: "e" },
};

const pathnameOf = (address: string) => address.split("?", 1)[0]!;
const addressOf = (page: string, world: World) => PAGES[page]?.path?.(world) ?? page;

const shows = (scene: Scene, page: string) =>
  pathnameOf(scene.path(ANY)) === pathnameOf(addressOf(page, ANY));

const pages = Object.keys(PAGES).filter((page) => !NOT_ASKED_FOR.includes(page));

/** The pages that no scene shows to anybody. */
export const pagesWithoutScene = () =>
  pages.filter((page) => !SCENES.some((scene) => shows(scene, page)));

const admits = (audience: Audience, role: Role) =>
  audience === "signed_in" || (typeof audience !== "string" && audience.includes(role));

/** Every page of each role that no scene shows as that role's person. */
export function roleScenes(): Scene[] {
  return ROLES.flatMap((role) => {
    const { email } = DEMO_PEOPLE.find((person) => person.role === role)!;
    return pages
      .filter((page) => admits(PAGES[page]!.audience, role))
      .filter((page) => !SCENES.some((scene) => scene.as === email && shows(scene, page)))
      .map((page) => ({
        ...{ name: `${page} as ${role}`, as: email },
        path: (world: World) => addressOf(page, world),
      }));
  });
}
