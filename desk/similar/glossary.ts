/**
 * Words of companies, hospitals and town halls, German and English, that mean the same: what lets a German
 * topic meet an English one, "Azubi" meet "Lehrling", and "Ausbildungswerkstatt" be read as training and
 * workshop. Our own list. Each line is one meaning: German words, a slash, English words.
 *
 * A wrong line costs little: a meaning counts as much as it is rare among the topics held.
 */
export const GLOSSARY = `
auszubildende azubi azubis lehrling lehrlinge ausbildung nachwuchs lehre lehrstelle ausbilden / apprentice apprenticeship trainee
werkstatt lehrwerkstatt / workshop
werk fabrik betriebsstätte / plant factory
standort niederlassung / site location branch
halle / hall
gebäude bau / building
produktion fertigung herstellung / production manufacturing
hersteller / manufacturer maker
maschine / machine
anlage / facility installation
montage / assembly
gießerei / foundry
pumpe / pump
ventil / valve
motor antrieb / motor engine drive
prüfstand testzentrum prüffeld / testbench testfield
lager warenlager / warehouse storage
logistik / logistics
lieferung lieferkette liefern / delivery supply deliver
lieferant zulieferer / supplier vendor
einkauf beschaffung / purchasing procurement buying
vertrieb verkauf verkaufen / sales sell sale
kunde kundin kundschaft / customer client
auftrag großauftrag bestellung / order contract
umsatz erlöse / revenue turnover
gewinn ergebnis ertrag verdienen / profit earnings result
verlust / loss
halbjahr / halfyear
quartal / quarter quarterly
jahresbericht geschäftsbericht jahresabschluss / annualreport
bericht report / report
bilanz / balance
haushalt etat budget / budget
kosten / cost
preis preise / price
preisträger auszeichnung ehrung innovationspreis forschungspreis ausgezeichnet / award prize winner honour trophy
gewinner sieger gewinnen / winner win
investition investieren / investment invest
million millionen / million
prozent / percent
euro / euro eur
förderung fördermittel zuschuss / grant funding subsidy
spende spenden gespendet spendenlauf / donation donate charity fundraising
sammlung sammeln / collection collect
vorstand geschäftsführung / board executive management
vorstandsvorsitzende geschäftsführer / ceo chief
aufsichtsrat / supervisory
betriebsrat personalrat / workscouncil council
gewerkschaft / union
tarif tarifvertrag tariflohn / wage tariff payscale
gehalt lohn vergütung / salary pay wage
streik warnstreik / strike walkout
versammlung betriebsversammlung personalversammlung / assembly townhall
sitzung besprechung / meeting
umfrage befragung mitarbeiterbefragung / survey poll
mitarbeiter mitarbeitende beschäftigte personal belegschaft kollege kollegin kolleginnen / staff employee employees colleague workforce
führungskraft leiter leiterin leitung chef / leader manager head lead director
team / team crew
nachfolge nachfolger / successor succession
ruhestand rente pensionierung / retirement retire pension
jubiläum geburtstag / anniversary jubilee birthday
abschied verabschiedung / farewell goodbye
trauer nachruf verstorben trauern / obituary mourn condolence
bewerbung bewerber / application applicant
stelle stellenanzeige stellenausschreibung / vacancy job position
arbeitszeit zeiterfassung stempeln / workinghours timekeeping
schicht schichtdienst schichtmodell / shift rota
nacht nachtschicht / night
urlaub ferien betriebsferien / holiday vacation leave
elternzeit / parental
kita kindergarten kindertagesstätte betriebskita / nursery daycare kindergarten creche
kinder kind / child children kids
eltern / parents
familie / family
frauen frau / women woman
homeoffice heimarbeit telearbeit mobilarbeit / homeoffice remote telework
ausland / abroad overseas
reise dienstreise reisekosten reiserichtlinie / travel trip
dienstrad jobrad fahrrad fahrräder radfahren / bike bicycle cycling cycle
parkplatz parken parkhaus parkdeck stellplatz / parking carpark
auto fahrzeug wagen pkw / car vehicle
lkw lastwagen / truck lorry
bus busse busverkehr / bus buses
bahn zug züge gleis gleisanschluss bahnanschluss / train rail railway siding
flug flughafen / flight airport
straße fahrbahn / road street
brücke / bridge
sperrung gesperrt sperren / closure closed close
verkehr / traffic transport
baustelle bauarbeiten bauzeit / construction works
umbau neubau erweiterung ausbau / extension expansion rebuild conversion
sanierung renovierung renoviert modernisierung / renovation refurbishment refurbish modernisation
eröffnung eröffnet eröffnen einweihung eingeweiht einweihen / opening opens open opened inauguration
schließung schließen geschlossen / closing shut shutdown
umzug umziehen verlegt / move relocation relocate
start beginn startet starten beginnen / start launch begin kickoff
einführung eingeführt umstellung rollout / rollout introduction introduce switch golive
versuch pilot pilotprojekt testlauf erprobung / pilot trial
projekt vorhaben / project
plan planung konzept planen / plan planning
entwurf / draft design
ziel / target goal
strategie / strategy
richtlinie leitlinie regelung vorschrift regel regeln dienstvereinbarung vereinbarung / policy guideline rule rules regulation agreement
vertrag / contract treaty
gesetz verordnung / law act regulation
genehmigung zulassung zugelassen / approval permit licence approved
gericht urteil klage kläger klagen / court ruling lawsuit verdict
protokoll niederschrift / minutes protocol
anleitung handbuch leitfaden / manual instructions guide howto
formular antrag / form request
schulung fortbildung weiterbildung kurs lehrgang seminar / course seminar class
vortrag mittagsvortrag / talk lecture
lernen / learn learning
studium studie studierende / study students
forschung forscher / research researcher
hochschule universität uni / university college
schule schüler schulen / school pupil pupils
praktikum praktikant / internship intern
wissen / knowledge
technik technologie / technology engineering
ingenieur ingenieurin / engineer
erfindung patent / invention patent
neuheit neuerung innovation / innovation
idee ideenmanagement vorschlag vorschläge verbesserungsvorschlag / idea suggestion
verbesserung verbessern / improvement improve
qualität / quality
zertifikat zertifizierung zertifiziert / certificate certification certified
prüfung prüfer audit / audit auditor inspection exam
norm / standard
fehler mangel mängel störung ausfall / outage failure fault defect defects
rückruf rückrufaktion / recall
beschwerde / complaint
sicherheit arbeitssicherheit / safety security
unfall unfälle unglück zwischenfall / accident incident
verletzt verletzung verletzte / injury injured
brand feuer brandschutz / fire
feuerwehr / firefighter firefighters firebrigade
evakuierung räumung räumungsübung räumzeit / evacuation
übung alarmübung großübung notfallübung / drill exercise
alarm warnung warnen / alarm alert warning
notfall ernstfall / emergency
entwarnung / allclear
öl ölaustritt / oil
wasser trinkwasser / water drinking
abwasser klärwerk kläranlage / wastewater sewage
hochwasser überschwemmung überflutung / flood flooding
sturm unwetter / storm gale
hitze hitzewelle / heat heatwave
schnee winterdienst glätte / snow ice
winter / winter
sommer / summer
herbst / autumn fall
frühling frühjahr / spring
strom elektrizität / electricity
energie / energy
solar photovoltaik solaranlage solardach sonnenstrom pv / solar photovoltaic
wind windpark windrad windräder / wind windfarm turbine
wasserstoff brennstoffzelle / hydrogen fuelcell
biogas / biogas
heizung fernwärme wärmepumpe wärme / heating heatpump
gas / gas
klima klimaschutz / climate
co2 emission treibhausgas / carbon emission emissions co2
umwelt nachhaltigkeit nachhaltig / environment sustainability sustainable
abfall müll recycling entsorgung / waste bin bins rubbish recycling
lärm / noise
baum bäume wald / tree trees forest
garten park / garden park
tier tiere / animal animals
biene bienen / bee bees
gesundheit gesundheitsförderung betriebsarzt / health
krank krankheit krankmeldung krankenstand arbeitsunfähigkeit / sick illness sickness
krankenhaus klinik klinikum hospital / hospital clinic
krankenkasse krankenversicherung / healthinsurance
versicherung / insurance
station stationen / ward
patient patienten patientin / patient patients
pflege pflegekraft pflegende pflegekräfte / nurse nursing nurses care
arzt ärztin ärzte chefarzt chefärztin oberarzt / doctor physician consultant
operation operationssaal / surgery operating theatre
notaufnahme / emergencydepartment
geburt hebamme kreißsaal schwangere / birth maternity midwife pregnant pregnancy
herz kardiologie / heart cardiac cardiology
schlaganfall / stroke
krebs onkologie / cancer oncology
impfung grippe grippeimpfung impfen / vaccination flu vaccine jab
hygiene desinfektion händedesinfektion / hygiene disinfection
blut blutspende / blood
labor / laboratory lab
apotheke medikament arznei / pharmacy medicine drug
besuch besucher besuchszeiten besuchen / visit visitor visiting
gast gäste / guest guests
schlaf schlafen / sleep sleeping
rücken wirbelsäule / back spine
angehörige / relatives
seelsorge seelsorger pfarrer / chaplain pastor
kantine kasino betriebsrestaurant mensa / canteen cafeteria restaurant
küche zentralküche / kitchen
essen speise mahlzeit / food meal
speiseplan / menu
kaffee / coffee
kuchen / cake
wäsche wäscherei / laundry
roboter transportroboter / robot robots
automatisierung automat autonom autonome / automation autonomous
künstlich intelligenz ki chatgpt / ai artificial intelligence
digital digitalisierung elektronisch papierlos / digital electronic paperless
software programm / software
erp sap / erp sap
rechner computer notebook laptop / computer laptop notebook
telefon handy diensthandy smartphone / phone telephone mobile
rufnummer telefonnummer / phonenumber
drucker / printer
netz netzwerk wlan / network wifi
anmeldung anmelden / signin login register registration
passwort kennwort / password
app anwendung / app
mail email mails postfach / email mail mailbox mailboxes
phishing betrug betrüger gefälscht / phishing fraud scam fake
hacker cyberangriff cyber / cyberattack hacker cyber
datenschutz / privacy gdpr
daten / data
website internetseite webseite homepage / website
intranet / intranet
video film / video film
foto fotos lichtbild passfoto / photo photos picture
zeitung magazin / newspaper magazine
presse pressemitteilung / press
messe fachmesse / tradefair expo
veranstaltung / event
feier fest sommerfest feiern gefeiert / party celebration celebrate festival
weihnachten weihnachtsfeier advent / christmas advent
ostern / easter
konzert musik chor musikschule singen / concert music choir singing
ausstellung museum / exhibition museum
theater / theatre
bibliothek bücherei stadtbücherei / library
buch bücher / book books
sport sportverein / sport sports
lauf läufer firmenlauf / run runner running
fußball / football soccer
schwimmbad freibad hallenbad schwimmen / pool lido swimming
spiel spielplatz / playground game
wettbewerb / competition contest challenge
tag aktionstag / day
woche / week
monat / month
jahr / year annual
stadt kommune gemeinde / city town municipality
stadtrat gemeinderat rat / citycouncil
rathaus / townhall
bürgermeister oberbürgermeister / mayor
landrat landkreis kreis / district county
minister ministerium / minister ministry
bürger bürgerin einwohner / citizen resident residents
anwohner nachbar / neighbour neighbours resident
bürgerbeteiligung anhörung beteiligung / consultation
gebühr gebühren / fee fees charge
steuer steuern / tax taxes
wahl wahlen / election vote
ausweis reisepass / passport idcard
wohnung wohnungen wohnen miete / flat housing apartment rent
grundstück gelände / land premises
büro arbeitsplatz schreibtisch / office desk
öffnungszeiten sprechzeiten / openinghours hours
abgeordnete / mp parliament
verein ehrenamt ehrenamtlich freiwillig freiwillige / volunteer volunteers voluntary club
partner partnerschaft kooperation zusammenarbeit / partner partnership cooperation
austausch / exchange
fusion übernahme übernehmen zusammenschluss / merger acquisition takeover acquire
verkaufen veräußerung / divest
tochter tochtergesellschaft / subsidiary
stiftung / foundation
bank / bank
aktie aktionär hauptversammlung / shares shareholder
export / export
zoll / customs
dividende / dividend
marke logo / brand logo
produkt / product
neue neuer neues / new
gesucht suchen suche / wanted search looking
dank danke / thank thanks
gutschein rabatt vergünstigung / voucher discount
kleidung arbeitskleidung berufskleidung / clothing workwear uniform
schuh schuhe / shoe shoes
helm / helmet
werkzeug / tool tools
dach dächer / roof
tür tor / door gate
aufzug fahrstuhl / lift elevator
kran / crane
gehen verlassen / leave
stilllegung abschaltung / decommissioning
wartung instandhaltung / maintenance
ersatzteil / spare
reinigung / cleaning
sprache sprachkurs deutschkurs / language
england / england britain
frankreich / france
italien / italy
spanien / spain
polen / poland
china / china chinese
indien / india indian
usa amerika / usa america
deutschland deutsch deutsche / germany german
europa eu / europe eu european
schweiz schweizer / switzerland swiss
österreich / austria
ungarn / hungary
japan / japan
hund hunde / dog dogs
katze katzen / cat cats
vogel vögel / bird birds
kehrmaschine / sweeper
schiff hafen / ship harbour port
karte / card
schlüssel / key
gerät geräte / device equipment
name namen / name names
erste hilfe ersthelfer / firstaid
verdacht / suspected
diebstahl gestohlen / theft stolen
polizei / police
zeuge zeugen / witness
schaden schäden / damage
rätsel / riddle puzzle quiz
hochzeit ehering ring / wedding ring
vier-tage-woche viertagewoche / fourdayweek
gleichstellung vielfalt diversität / equality diversity inclusion
barrierefrei barrierefreiheit behinderung schwerbehinderte / accessibility accessible disability
flüchtling geflüchtete / refugee refugees
hospiz / hospice
frühchen inkubator brutkasten / incubator incubators neonatal
narkose anästhesie anästhesist / anaesthetic anaesthesia
spritze / syringe
bett betten / bed beds
keim erreger bakterien / germ bacteria
`;
