<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Версия {number}</translation>
    </message>
    <message>
        <source>An editor for customer journey maps that works without an account, a server or a network.</source>
        <translation>Редактор карт пути клиента: без учётной записи, сервера и сети.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. Built with Qt {qt}, SQLite, HarfBuzz and ReportLab; the typeface is Inter, the icons are Tabler&apos;s.</source>
        <translation>Свободная программа, лицензия MIT. Сделана на Qt {qt}, SQLite, HarfBuzz и ReportLab; шрифт Inter, значки Tabler.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New map</source>
        <translation>&amp;Новая карта</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>&amp;Открыть файл…</translation>
    </message>
    <message>
        <source>First &amp;page</source>
        <translation>Первая &amp;страница</translation>
    </message>
    <message>
        <source>&amp;Import a Mermaid journey…</source>
        <translation>&amp;Импорт из Mermaid…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Сохранить &amp;как…</translation>
    </message>
    <message>
        <source>Save a&amp;utomatically</source>
        <translation>Сохранять а&amp;втоматически</translation>
    </message>
    <message>
        <source>&amp;Revert to how it was opened…</source>
        <translation>&amp;Вернуть, как было при открытии…</translation>
    </message>
    <message>
        <source>Save as &amp;template…</source>
        <translation>Сохранить как &amp;шаблон…</translation>
    </message>
    <message>
        <source>Share a &amp;copy…</source>
        <translation>Копия для &amp;других…</translation>
    </message>
    <message>
        <source>&amp;Merge a copy…</source>
        <translation>Сли&amp;ть с копией…</translation>
    </message>
    <message>
        <source>Reco&amp;very…</source>
        <translation>Восстанов&amp;ление…</translation>
    </message>
    <message>
        <source>&amp;Poster and export…</source>
        <translation>&amp;Плакат и экспорт…</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Плакат</translation>
    </message>
    <message>
        <source>Export a pictur&amp;e…</source>
        <translation>Экспорт &amp;картинки…</translation>
    </message>
    <message>
        <source>Cards to cut &amp;out…</source>
        <translation>Карточки на &amp;вырезание…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыйти</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>Histor&amp;y and versions</source>
        <translation>Истори&amp;я и версии</translation>
    </message>
    <message>
        <source>Compare &amp;versions</source>
        <translation>Сравнить &amp;версии</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>В&amp;ырезать</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Вст&amp;авить</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>Ду&amp;блировать</translation>
    </message>
    <message>
        <source>Edit &amp;text</source>
        <translation>Править &amp;текст</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>&amp;Menu of what is selected</source>
        <translation>&amp;Меню выбранного</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Выбрать &amp;всё</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Найти…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Найти дальше</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Найти предыдущее</translation>
    </message>
    <message>
        <source>Rep&amp;lace…</source>
        <translation>&amp;Заменить…</translation>
    </message>
    <message>
        <source>&amp;Go to code…</source>
        <translation>&amp;Перейти к коду…</translation>
    </message>
    <message>
        <source>Opportunity from the barrier</source>
        <translation>Возможность из барьера</translation>
    </message>
    <message>
        <source>Hypothesis from what is selected</source>
        <translation>Гипотеза из выбранного</translation>
    </message>
    <message>
        <source>Pre&amp;vious of its kind</source>
        <translation>&amp;Предыдущий такой же</translation>
    </message>
    <message>
        <source>Ne&amp;xt of its kind</source>
        <translation>&amp;Следующий такой же</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Настройки…</translation>
    </message>
    <message>
        <source>&amp;As is</source>
        <translation>&amp;Как есть</translation>
    </message>
    <message>
        <source>As it should &amp;be</source>
        <translation>Как &amp;должно быть</translation>
    </message>
    <message>
        <source>B&amp;oth</source>
        <translation>&amp;Оба</translation>
    </message>
    <message>
        <source>Two ma&amp;ps</source>
        <translation>Две ка&amp;рты</translation>
    </message>
    <message>
        <source>Fi&amp;lter…</source>
        <translation>Фи&amp;льтр…</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>Показать &amp;всё</translation>
    </message>
    <message>
        <source>&amp;Column widths by time</source>
        <translation>&amp;Ширина столбцов по времени</translation>
    </message>
    <message>
        <source>Codes on ca&amp;rds</source>
        <translation>Ко&amp;ды на карточках</translation>
    </message>
    <message>
        <source>As a &amp;map</source>
        <translation>&amp;Карта</translation>
    </message>
    <message>
        <source>As a &amp;table</source>
        <translation>&amp;Таблица</translation>
    </message>
    <message>
        <source>As an outli&amp;ne</source>
        <translation>С&amp;труктура</translation>
    </message>
    <message>
        <source>&amp;Quick sketch</source>
        <translation>&amp;Быстрый набросок</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Набросок</translation>
    </message>
    <message>
        <source>&amp;Wall notes</source>
        <translation>Заметки со с&amp;тены</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>К&amp;рупнее</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>&amp;Мельче</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>&amp;Масштаб 100 %</translation>
    </message>
    <message>
        <source>&amp;Whole map</source>
        <translation>&amp;Вся карта</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>Вся карта</translation>
    </message>
    <message>
        <source>&amp;Selection</source>
        <translation>В&amp;ыбранное</translation>
    </message>
    <message>
        <source>&amp;Hints in empty cells</source>
        <translation>&amp;Подсказки в пустых ячейках</translation>
    </message>
    <message>
        <source>&amp;Dark map</source>
        <translation>&amp;Тёмная карта</translation>
    </message>
    <message>
        <source>I&amp;nspector</source>
        <translation>&amp;Инспектор</translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation>О&amp;бзор</translation>
    </message>
    <message>
        <source>Names of &amp;tools</source>
        <translation>&amp;Названия инструментов</translation>
    </message>
    <message>
        <source>Only the &amp;map</source>
        <translation>Только &amp;карта</translation>
    </message>
    <message>
        <source>Menu &amp;bar</source>
        <translation>Строка &amp;меню</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Во весь &amp;экран</translation>
    </message>
    <message>
        <source>Next &amp;region</source>
        <translation>Следующая о&amp;бласть</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Выбор</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Выбор</translation>
    </message>
    <message>
        <source>&amp;Touchpoint</source>
        <translation>&amp;Точка контакта</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>T&amp;hought</source>
        <translation>&amp;Мысль</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>Мысль</translation>
    </message>
    <message>
        <source>&amp;Feeling</source>
        <translation>&amp;Чувство</translation>
    </message>
    <message>
        <source>Feeling</source>
        <translation>Чувство</translation>
    </message>
    <message>
        <source>&amp;Barrier</source>
        <translation>&amp;Барьер</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>Барьер</translation>
    </message>
    <message>
        <source>&amp;Opportunity</source>
        <translation>&amp;Возможность</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>Идея</translation>
    </message>
    <message>
        <source>Sta&amp;ge</source>
        <translation>&amp;Этап</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source>Ste&amp;p</source>
        <translation>&amp;Подэтап</translation>
    </message>
    <message>
        <source>Pe&amp;rsona</source>
        <translation>П&amp;ерсонаж</translation>
    </message>
    <message>
        <source>&amp;New map in this file</source>
        <translation>&amp;Новая карта в этом файле</translation>
    </message>
    <message>
        <source>&amp;Copy of this map</source>
        <translation>&amp;Копия этой карты</translation>
    </message>
    <message>
        <source>Make it its &amp;own</source>
        <translation>&amp;Отвязать от общей карты</translation>
    </message>
    <message>
        <source>&amp;Rename the map</source>
        <translation>&amp;Переименовать карту</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>Сдвинуть в&amp;лево</translation>
    </message>
    <message>
        <source>Move ri&amp;ght</source>
        <translation>Сдвинуть в&amp;право</translation>
    </message>
    <message>
        <source>&amp;Delete the map</source>
        <translation>&amp;Удалить карту</translation>
    </message>
    <message>
        <source>Ne&amp;xt map</source>
        <translation>&amp;Следующая карта</translation>
    </message>
    <message>
        <source>&amp;Previous map</source>
        <translation>П&amp;редыдущая карта</translation>
    </message>
    <message>
        <source>Only as it &amp;is</source>
        <translation>Только как &amp;есть</translation>
    </message>
    <message>
        <source>Only as it should &amp;be</source>
        <translation>Только как &amp;должно быть</translation>
    </message>
    <message>
        <source>As it is &amp;and as it should be</source>
        <translation>&amp;И как есть, и как должно быть</translation>
    </message>
    <message>
        <source>Sp&amp;lit the stage before this step</source>
        <translation>Ра&amp;зделить этап перед этим подэтапом</translation>
    </message>
    <message>
        <source>&amp;Merge with the next stage</source>
        <translation>Объеди&amp;нить со следующим этапом</translation>
    </message>
    <message>
        <source>First step to the &amp;stage before</source>
        <translation>Первый подэтап — &amp;предыдущему этапу</translation>
    </message>
    <message>
        <source>Last s&amp;tep to the next stage</source>
        <translation>Последний подэтап — с&amp;ледующему этапу</translation>
    </message>
    <message>
        <source>About this &amp;map</source>
        <translation>&amp;Об этой карте</translation>
    </message>
    <message>
        <source>All &amp;lanes…</source>
        <translation>Все &amp;дорожки…</translation>
    </message>
    <message>
        <source>Move the lane up</source>
        <translation>Дорожку выше</translation>
    </message>
    <message>
        <source>Move the lane down</source>
        <translation>Дорожку ниже</translation>
    </message>
    <message>
        <source>P&amp;ersonas…</source>
        <translation>П&amp;ерсонажи…</translation>
    </message>
    <message>
        <source>&amp;Hypotheses…</source>
        <translation>&amp;Гипотезы…</translation>
    </message>
    <message>
        <source>&amp;Effect and effort…</source>
        <translation>&amp;Эффект и усилия…</translation>
    </message>
    <message>
        <source>&amp;Weak points</source>
        <translation>С&amp;лабые места</translation>
    </message>
    <message>
        <source>Save the list for a&amp;utomation…</source>
        <translation>Сохранить список для а&amp;втоматизации…</translation>
    </message>
    <message>
        <source>All &amp;commands…</source>
        <translation>Все &amp;команды…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Клавиши</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>&amp;Руководство</translation>
    </message>
    <message>
        <source>Open the &amp;sample map</source>
        <translation>Открыть &amp;пример</translation>
    </message>
    <message>
        <source>&amp;About CJM Desktop</source>
        <translation>&amp;О программе CJM Desktop</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Barriers it answers…</source>
        <translation>На какие барьеры отвечает…</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>As is</source>
        <translation>Как есть</translation>
    </message>
    <message>
        <source>As it should be</source>
        <translation>Как должно быть</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>A segment of their own</source>
        <translation>Собственный сегмент</translation>
    </message>
    <message>
        <source>Without a segment</source>
        <translation>Без сегмента</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Гипотеза</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>Идея</translation>
    </message>
    <message>
        <source>What could be tried? A hypothesis comes from an opportunity or from a barrier.</source>
        <translation>Что можно попробовать? Гипотеза рождается из возможности или из барьера.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Идёт</translation>
    </message>
    <message>
        <source>Drag here what you try now, one at a time.</source>
        <translation>Перетащите сюда то, что пробуете сейчас: что-то одно.</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Верна</translation>
    </message>
    <message>
        <source>What worked ends here.</source>
        <translation>Сюда попадает то, что помогло.</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Неверна</translation>
    </message>
    <message>
        <source>What did not work ends here. That is worth knowing too.</source>
        <translation>Сюда попадает то, что не помогло. Это тоже полезно знать.</translation>
    </message>
</context>
<context>
    <name>Calling</name>
    <message>
        <source>on</source>
        <translation>включено</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>сейчас нельзя</translation>
    </message>
    <message>
        <source>Maps of this file</source>
        <translation>Карты этого файла</translation>
    </message>
    <message>
        <source>Stages: {map}</source>
        <translation>Этапы: {map}</translation>
    </message>
    <message>
        <source>New map from a template</source>
        <translation>Новая карта по шаблону</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Click: a new touchpoint</source>
        <translation>Щелчок: новая точка контакта</translation>
    </message>
    <message>
        <source>Click: a new thought</source>
        <translation>Щелчок: новая мысль</translation>
    </message>
    <message>
        <source>Click: a new feeling at this height</source>
        <translation>Щелчок: новое чувство на этой высоте</translation>
    </message>
    <message>
        <source>Click: a new barrier</source>
        <translation>Щелчок: новый барьер</translation>
    </message>
    <message>
        <source>Click: a new opportunity</source>
        <translation>Щелчок: новая возможность</translation>
    </message>
    <message>
        <source>Click: a new stage here</source>
        <translation>Щелчок: новый этап здесь</translation>
    </message>
    <message>
        <source>[Enter] where you stand</source>
        <translation>[Enter] добавить, где стоите</translation>
    </message>
    <message>
        <source>[Shift] keeps the tool</source>
        <translation>[Shift] не менять инструмент</translation>
    </message>
    <message>
        <source>[Esc] back to selecting</source>
        <translation>[Esc] снова выбор</translation>
    </message>
    <message>
        <source>Selecting</source>
        <translation>Выбор</translation>
    </message>
    <message>
        <source>[Shift] adds</source>
        <translation>[Shift] добавить</translation>
    </message>
    <message>
        <source>[Ctrl] copy</source>
        <translation>[Ctrl] копия</translation>
    </message>
    <message>
        <source>the same by keys: [Ctrl]+[←↑↓→]</source>
        <translation>то же с клавиатуры: [Ctrl]+[←↑↓→]</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Перенос</translation>
    </message>
    <message>
        <source>Feeling</source>
        <translation>Чувство</translation>
    </message>
    <message>
        <source>[Alt] in tenths</source>
        <translation>[Alt] по десятым</translation>
    </message>
    <message>
        <source>the same by keys: [+] [−]</source>
        <translation>то же с клавиатуры: [+] [−]</translation>
    </message>
    <message>
        <source>Nothing here to pin the note to</source>
        <translation>здесь не к чему приколоть</translation>
    </message>
    <message>
        <source>[Alt] free of lanes and guides</source>
        <translation>[Alt] без дорожек и привязки</translation>
    </message>
    <message>
        <source>pinned here</source>
        <translation>приколото здесь</translation>
    </message>
    <message>
        <source>as high as its content</source>
        <translation>по содержимому</translation>
    </message>
    <message>
        <source>Height of the lane</source>
        <translation>Высота дорожки</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>Правка</translation>
    </message>
    <message>
        <source>[Enter] done</source>
        <translation>[Enter] готово</translation>
    </message>
    <message>
        <source>[+] [−] by 0.5</source>
        <translation>[+] [−] по 0,5</translation>
    </message>
    <message>
        <source>[Ctrl]+[Enter] new line</source>
        <translation>[Ctrl]+[Enter] новая строка</translation>
    </message>
    <message>
        <source>Empty cell</source>
        <translation>Пустая ячейка</translation>
    </message>
    <message>
        <source>Nobody has been asked yet</source>
        <translation>Мнений пока нет</translation>
    </message>
    <message>
        <source>the same on both paths</source>
        <translation>одинаково на обоих путях</translation>
    </message>
    <message>
        <source>[←↑↓→] the next role</source>
        <translation>[←↑↓→] соседняя роль</translation>
    </message>
    <message>
        <source>[Space] or click: the next way</source>
        <translation>[Пробел] или щелчок: следующее значение</translation>
    </message>
    <message>
        <source>[Shift] the way before</source>
        <translation>[Shift] предыдущее</translation>
    </message>
    <message>
        <source>[1]–[9] the roles by number</source>
        <translation>[1]–[9] роли по номеру</translation>
    </message>
    <message>
        <source>[N] note</source>
        <translation>[N] заметка</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Ячейка</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Ничего не выбрано</translation>
    </message>
    <message>
        <source>double click: edit</source>
        <translation>двойной щелчок: правка</translation>
    </message>
    <message>
        <source>[Enter] to the cells</source>
        <translation>[Enter] к ячейкам</translation>
    </message>
    <message>
        <source>wheel: zoom</source>
        <translation>колесо: масштаб</translation>
    </message>
    <message>
        <source>[Ctrl]+wheel zoom</source>
        <translation>[Ctrl]+колесо масштаб</translation>
    </message>
    <message>
        <source>[Space]+drag pan</source>
        <translation>[Пробел]+мышь сдвиг</translation>
    </message>
    <message>
        <source>only on this map</source>
        <translation>только на этой карте</translation>
    </message>
    <message>
        <source>not as on the general map</source>
        <translation>не как на общей карте</translation>
    </message>
    <message>
        <source>Touchpoint selected</source>
        <translation>Точка контакта выбрана</translation>
    </message>
    <message>
        <source>Barrier selected</source>
        <translation>Барьер выбран</translation>
    </message>
    <message>
        <source>Opportunity selected</source>
        <translation>Возможность выбрана</translation>
    </message>
    <message>
        <source>Card selected</source>
        <translation>Карточка выбрана</translation>
    </message>
    <message>
        <source>Feeling selected</source>
        <translation>Чувство выбрано</translation>
    </message>
    <message>
        <source>Stage selected</source>
        <translation>Этап выбран</translation>
    </message>
    <message>
        <source>Step selected</source>
        <translation>Подэтап выбран</translation>
    </message>
    <message>
        <source>Lane selected</source>
        <translation>Дорожка выбрана</translation>
    </message>
    <message>
        <source>Persona selected</source>
        <translation>Персонаж выбран</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Выбрано</translation>
    </message>
    <message>
        <source>next barrier</source>
        <translation>следующий барьер</translation>
    </message>
    <message>
        <source>[1]–[3] severity</source>
        <translation>[1]–[3] тяжесть</translation>
    </message>
    <message>
        <source>opportunity</source>
        <translation>возможность</translation>
    </message>
    <message>
        <source>[1]–[5] from −2 to +2</source>
        <translation>[1]–[5] от −2 до +2</translation>
    </message>
    <message>
        <source>[1]–[5] a point, from −2 to +2</source>
        <translation>[1]–[5] точка, от −2 до +2</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>удалить</translation>
    </message>
    <message>
        <source>[Enter] word</source>
        <translation>[Enter] слово</translation>
    </message>
    <message>
        <source>last step to the next</source>
        <translation>последний подэтап соседу</translation>
    </message>
    <message>
        <source>[Enter] name</source>
        <translation>[Enter] название</translation>
    </message>
    <message>
        <source>[Ctrl]+[→] move</source>
        <translation>[Ctrl]+[→] переставить</translation>
    </message>
    <message>
        <source>[Ins] stage after it</source>
        <translation>[Ins] этап за ним</translation>
    </message>
    <message>
        <source>[Ins] one more</source>
        <translation>[Ins] ещё один</translation>
    </message>
    <message>
        <source>hypothesis</source>
        <translation>гипотеза</translation>
    </message>
    <message>
        <source>[Enter] one more below</source>
        <translation>[Enter] ещё одна ниже</translation>
    </message>
    <message>
        <source>[Tab] next cell</source>
        <translation>[Tab] следующая ячейка</translation>
    </message>
    <message>
        <source>type, or [Enter]: add here</source>
        <translation>печатайте или [Enter]: добавить сюда</translation>
    </message>
    <message>
        <source>[Enter] edit</source>
        <translation>[Enter] правка</translation>
    </message>
    <message>
        <source>[Ctrl]+[←↑↓→] move</source>
        <translation>[Ctrl]+[←↑↓→] переставить</translation>
    </message>
    <message>
        <source>[Esc] cancel</source>
        <translation>[Esc] отменить</translation>
    </message>
    <message>
        <source>on both paths</source>
        <translation>на обоих путях</translation>
    </message>
    <message>
        <source>Nothing fits: %1</source>
        <translation>Ничего не подходит: %1</translation>
    </message>
    <message>
        <source>Shown only: %1</source>
        <translation>Показано только: %1</translation>
    </message>
    <message>
        <source>Stands out: %1</source>
        <translation>Выделено: %1</translation>
    </message>
    <message>
        <source>[Esc] show everything</source>
        <translation>[Esc] показать всё</translation>
    </message>
    <message>
        <source>a copy</source>
        <translation>копия</translation>
    </message>
    <message>
        <source>place %1 of %2</source>
        <translation>место %1 из %2</translation>
    </message>
    <message>
        <source>No stages yet</source>
        <translation>Этапов пока нет</translation>
    </message>
    <message>
        <source>Press Ins for the first stage of the journey</source>
        <translation>Нажмите Ins, чтобы начать с первого этапа</translation>
    </message>
    <message>
        <source>or take the Stage tool and click here</source>
        <translation>или возьмите инструмент «Этап» и щёлкните здесь</translation>
    </message>
    <message>
        <source>[Ctrl]+drag: a new stage</source>
        <translation>[Ctrl]+тянуть: новый этап</translation>
    </message>
    <message>
        <source>drag: a new stage</source>
        <translation>тянуть: новый этап</translation>
    </message>
    <message>
        <source>End of the map</source>
        <translation>Край карты</translation>
    </message>
    <message>
        <source>drag: steps go to the neighbour</source>
        <translation>тянуть: подэтапы отойдут соседу</translation>
    </message>
    <message>
        <source>onto the far edge: merge</source>
        <translation>на дальний край: объединить</translation>
    </message>
    <message>
        <source>Border between stages</source>
        <translation>Граница этапов</translation>
    </message>
    <message>
        <source>the border stays here</source>
        <translation>граница останется здесь</translation>
    </message>
    <message>
        <source>to “%1”</source>
        <translation>этапу «%1»</translation>
    </message>
    <message>
        <source>Merge into “%1”</source>
        <translation>Объединить в «%1»</translation>
    </message>
    <message>
        <source>both stages become one</source>
        <translation>из двух этапов станет один</translation>
    </message>
    <message>
        <source>New stage: %1</source>
        <translation>Новый этап: %1</translation>
    </message>
    <message>
        <source>out of “%1”</source>
        <translation>из этапа «%1»</translation>
    </message>
</context>
<context>
    <name>Cast</name>
    <message>
        <source>Persona</source>
        <translation>Персонаж</translation>
    </message>
    <message>
        <source>All personas…</source>
        <translation>Все персонажи…</translation>
    </message>
    <message>
        <source>Show large: put first</source>
        <translation>Показать крупно: поставить первым</translation>
    </message>
    <message>
        <source>Take off this map</source>
        <translation>Убрать с этой карты</translation>
    </message>
</context>
<context>
    <name>Chain</name>
    <message>
        <source>On the board…</source>
        <translation>На доске…</translation>
    </message>
    <message>
        <source>Effect and effort…</source>
        <translation>Эффект и усилия…</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Возможность</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Гипотеза</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Метрика</translation>
    </message>
    <message>
        <source>New metric</source>
        <translation>Новая метрика</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n звено</numerusform>
            <numerusform>%n звена</numerusform>
            <numerusform>%n звеньев</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>before</source>
        <translation>до</translation>
    </message>
    <message>
        <source>after</source>
        <translation>после</translation>
    </message>
</context>
<context>
    <name>CloseVerbs</name>
    <message>
        <source>Closing the map</source>
        <translation>Карта закрывается</translation>
    </message>
    <message>
        <source>Writing the last edits to the disk…</source>
        <translation>Последние правки пишутся на диск…</translation>
    </message>
    <message>
        <source>The disk is slow. The map closes as soon as all of it is there.</source>
        <translation>Диск медленный. Карта закроется, как только всё будет на нём.</translation>
    </message>
    <message>
        <source>Back to the map</source>
        <translation>Вернуться к карте</translation>
    </message>
    <message>
        <source>The disk does not answer, so the map stays open. Nothing is lost yet.</source>
        <translation>Диск не отвечает, поэтому карта остаётся открытой. Пока ничего не потеряно.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Save the map “{title}”?</source>
        <translation>Сохранить карту «{title}»?</translation>
    </message>
    <message>
        <source>Your changes are only in memory: what you do not save may be lost.</source>
        <translation>Изменения пока только в памяти: несохранённое может пропасть.</translation>
    </message>
    <message>
        <source>What you do not save can be had back for 30 days: menu File, Recovery.</source>
        <translation>Несохранённое можно вернуть в течение 30 дней: меню «Файл», «Восстановление».</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Putting the map aside for 30 days…</source>
        <translation>Карта откладывается на 30 дней…</translation>
    </message>
    <message>
        <source>This map cannot be kept for 30 days. Close it all the same?</source>
        <translation>Эту карту нельзя хранить 30 дней. Всё равно закрыть?</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Закрыть и потерять</translation>
    </message>
</context>
<context>
    <name>Colour</name>
    <message>
        <source>By its place</source>
        <translation>По месту</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Как обычно</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Save the report</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>The earlier state</source>
        <translation>Прежняя карта</translation>
    </message>
    <message>
        <source>The later state</source>
        <translation>Новая карта</translation>
    </message>
    <message>
        <source>[Alt+←] [Alt+→] curtain</source>
        <translation>[Alt+←] [Alt+→] шторка</translation>
    </message>
    <message>
        <source>[F8] [Shift+F8] changes</source>
        <translation>[F8] [Shift+F8] правки</translation>
    </message>
    <message>
        <source>[Space] earlier, later</source>
        <translation>[Пробел] прежняя, новая</translation>
    </message>
    <message>
        <source>[Esc] to now</source>
        <translation>[Esc] к нынешней</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>before and after</source>
        <translation>было и стало</translation>
    </message>
    <message>
        <source>Compare with a file</source>
        <translation>Сравнить с файлом</translation>
    </message>
    <message>
        <source>Maps (*.cjm)</source>
        <translation>Карты (*.cjm)</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message>
        <source>The earlier state</source>
        <translation>Более раннее состояние</translation>
    </message>
    <message>
        <source>The later state</source>
        <translation>Более позднее состояние</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Вместе</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Рядом</translation>
    </message>
    <message>
        <source>Curtain</source>
        <translation>Шторка</translation>
    </message>
    <message>
        <source>Both states in one: what went is drawn in its place, struck out</source>
        <translation>Обе карты в одной: убранное нарисовано на своём месте и зачёркнуто</translation>
    </message>
    <message>
        <source>The earlier state at the left, the later one at the right</source>
        <translation>Слева прежняя карта, справа новая</translation>
    </message>
    <message>
        <source>One over the other: pull the edge to the side, Alt+← and Alt+→</source>
        <translation>Одна поверх другой: потяните край, Alt+← и Alt+→</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Отчёт…</translation>
    </message>
    <message>
        <source>Before and after for a review meeting, as PDF: the numbers, all changes in words, and the map with marks</source>
        <translation>Было и стало для разбора, в PDF: цифры, все правки словами и карта с отметками</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>К нынешней карте</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Другой файл…</translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message>
        <source>year-month-day</source>
        <translation>день.месяц.год</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>work {time}</source>
        <translation>работа {time}</translation>
    </message>
    <message>
        <source>waiting {time}</source>
        <translation>ожидание {time}</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>It is wider than the table: %n column(s) would be new.</source>
        <translation>
            <numerusform>Она шире таблицы: добавится %n столбец.</numerusform>
            <numerusform>Она шире таблицы: добавятся %n столбца.</numerusform>
            <numerusform>Она шире таблицы: добавятся %n столбцов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is higher than the table: %n row(s) find no lane.</source>
        <translation>
            <numerusform>Она выше таблицы: для %n строки нет дорожки.</numerusform>
            <numerusform>Она выше таблицы: для %n строк нет дорожки.</numerusform>
            <numerusform>Она выше таблицы: для %n строк нет дорожки.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste with new columns</source>
        <translation>Вставить с новыми столбцами</translation>
    </message>
    <message>
        <source>Paste what fits</source>
        <translation>Вставить, что поместится</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Paste all of it?</source>
        <translation>Вставить всё?</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Вырезать</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Заполнить вниз</translation>
    </message>
    <message>
        <source>Empty the cells</source>
        <translation>Очистить ячейки</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Добавить подэтап</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>Добавить этап</translation>
    </message>
    <message>
        <source>Rename the step</source>
        <translation>Переименовать подэтап</translation>
    </message>
    <message>
        <source>Move the step to the left</source>
        <translation>Сдвинуть подэтап влево</translation>
    </message>
    <message>
        <source>Move the step to the right</source>
        <translation>Сдвинуть подэтап вправо</translation>
    </message>
    <message>
        <source>Delete the step</source>
        <translation>Удалить подэтап</translation>
    </message>
    <message>
        <source>Rename the stage</source>
        <translation>Переименовать этап</translation>
    </message>
    <message>
        <source>Move the stage to the left</source>
        <translation>Сдвинуть этап влево</translation>
    </message>
    <message>
        <source>Move the stage to the right</source>
        <translation>Сдвинуть этап вправо</translation>
    </message>
    <message>
        <source>Delete the stage</source>
        <translation>Удалить этап</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Показать на карте</translation>
    </message>
</context>
<context>
    <name>Departments</name>
    <message>
        <source>Department</source>
        <translation>Отдел</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The edits that had not reached the file are here.</source>
        <translation>Правки, которые не успели попасть в файл, на месте.</translation>
    </message>
    <message>
        <source>Back to the file</source>
        <translation>Вернуть, как в файле</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Kind of file</source>
        <translation>Вид файла</translation>
    </message>
    <message>
        <source>Dots per inch, and pixels</source>
        <translation>Точек на дюйм: размер картинки</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Фон</translation>
    </message>
    <message>
        <source>Language of the poster&apos;s own words</source>
        <translation>Язык надписей плаката</translation>
    </message>
    <message>
        <source>On the sheets&apos; margins</source>
        <translation>На полях листов</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Серый</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Контур</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>Цветной</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлый</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмный</translation>
    </message>
    <message>
        <source>Numbers and neighbours</source>
        <translation>Номера и соседи: B4, справа B5</translation>
    </message>
    <message>
        <source>Cut lines and places for glue</source>
        <translation>Линия реза и место клея</translation>
    </message>
    <message>
        <source>A sheet that shows how to glue</source>
        <translation>Лист со схемой сборки</translation>
    </message>
    <message>
        <source>A frame round the poster, to cut along</source>
        <translation>Рамка вокруг плаката, по ней обрезать</translation>
    </message>
    <message>
        <source>As on the screen; PowerPoint itself prints slides in grey.</source>
        <translation>Как на экране; слайды серыми печатает сам PowerPoint.</translation>
    </message>
    <message>
        <source>As on the screen.</source>
        <translation>Как на экране.</translation>
    </message>
    <message>
        <source>Black ink only: faces, dots and words say what colours do.</source>
        <translation>Только чёрная краска: лица, точки и слова говорят то же, что цвета.</translation>
    </message>
    <message>
        <source>White with lines round everything: the least ink, room to write.</source>
        <translation>Белый с линиями вокруг всего: меньше всего краски, удобно писать от руки.</translation>
    </message>
    <message>
        <source>{dpi}: {width} × {height}</source>
        <translation>{dpi}: {width} × {height}</translation>
    </message>
</context>
<context>
    <name>DifferencePane</name>
    <message>
        <source>What changed</source>
        <translation>Что изменилось</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>К нынешней карте</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Предыдущая правка</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Следующая правка</translation>
    </message>
</context>
<context>
    <name>Differs</name>
    <message>
        <source>Only on this map: the general map has nothing like it.</source>
        <translation>Есть только на этой карте: на общей такого нет.</translation>
    </message>
    <message>
        <source>Differs from the general map</source>
        <translation>Отличается от общей карты</translation>
    </message>
    <message>
        <source>All as in the general map</source>
        <translation>Всё как на общей карте</translation>
    </message>
    <message>
        <source>There: {text}</source>
        <translation>На общей: {text}</translation>
    </message>
    <message>
        <source>As in the general map</source>
        <translation>Как на общей карте</translation>
    </message>
</context>
<context>
    <name>EditVerbs</name>
    <message>
        <source>Note…</source>
        <translation>Заметка…</translation>
    </message>
</context>
<context>
    <name>EditingFrame</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>EndMetric</name>
    <message>
        <source>End metric of the map</source>
        <translation>Конечная метрика карты</translation>
    </message>
    <message>
        <source>It stands beside every other one and tells whether the whole got better.</source>
        <translation>Стоит рядом с каждой другой и говорит, стало ли лучше в целом.</translation>
    </message>
</context>
<context>
    <name>EndView</name>
    <message>
        <source>Last point: {name}</source>
        <translation>Последняя точка: {name}</translation>
    </message>
</context>
<context>
    <name>EvidenceList</name>
    <message>
        <source>Evidence</source>
        <translation>Подтверждение</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>{number} KB</source>
        <translation>{number} КБ</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} МБ</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Poster and export</source>
        <translation>Плакат и экспорт</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Для чего</translation>
    </message>
    <message>
        <source>Nothing to save or print: why is said above.</source>
        <translation>Сохранить или напечатать нечего: почему, сказано выше.</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Сохранить файл</translation>
    </message>
</context>
<context>
    <name>Extras</name>
    <message>
        <source>This map</source>
        <translation>Эта карта</translation>
    </message>
    <message>
        <source>Bleed, mm</source>
        <translation>Вылет, мм</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>Which sheets</source>
        <translation>Какие листы</translation>
    </message>
    <message>
        <source>The grid of</source>
        <translation>Чья сетка</translation>
    </message>
    <message numerus="yes">
        <source>Only what is selected: %n card(s)</source>
        <translation>
            <numerusform>Только выбранное: %n карточка</numerusform>
            <numerusform>Только выбранное: %n карточки</numerusform>
            <numerusform>Только выбранное: %n карточек</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty ones of each kind and colour instead</source>
        <translation>Вместо этого пустых каждого вида и цвета</translation>
    </message>
    <message>
        <source>Crop marks</source>
        <translation>Метки реза</translation>
    </message>
    <message>
        <source>Letters as curves</source>
        <translation>Буквы кривыми</translation>
    </message>
    <message>
        <source>A booklet: a page or more for each stage</source>
        <translation>Буклет: этапы по страницам</translation>
    </message>
    <message>
        <source>Names of stages and steps</source>
        <translation>Названия этапов и шагов</translation>
    </message>
    <message>
        <source>Cards you select on the map first can be cut out alone.</source>
        <translation>Если сначала выделить карточки на карте, можно вырезать только их.</translation>
    </message>
    <message>
        <source>A booklet of stages is made on A4 or Letter.</source>
        <translation>Буклет по этапам делается на A4 или Letter.</translation>
    </message>
    <message>
        <source>From sheets of a home printer</source>
        <translation>Листами домашнего принтера</translation>
    </message>
    <message>
        <source>Barriers</source>
        <translation>Барьеры</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Возможности</translation>
    </message>
    <message>
        <source>Touchpoints</source>
        <translation>Точки контакта</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>Мысли</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>What each department has to do</source>
        <translation>Что сделать каждому отделу</translation>
    </message>
    <message>
        <source>One for each persona</source>
        <translation>О каждом персонаже</translation>
    </message>
    <message>
        <source>A page of a PDF ends at 5.08 m: longer ones are enlarged</source>
        <translation>Страница PDF кончается на 5,08 м: что длиннее, увеличивают при печати</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Do first</source>
        <translation>Сделать сначала</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Запланировать</translation>
    </message>
    <message>
        <source>If there is time</source>
        <translation>Если будет время</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Не браться</translation>
    </message>
    <message>
        <source>Effort →</source>
        <translation>Усилия →</translation>
    </message>
    <message>
        <source>Effect →</source>
        <translation>Эффект →</translation>
    </message>
</context>
<context>
    <name>File</name>
    <message>
        <source>review {day}</source>
        <translation>пересмотр {day}</translation>
    </message>
    <message>
        <source>Document and review date</source>
        <translation>О документе</translation>
    </message>
</context>
<context>
    <name>FileLists</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Не&amp;давние</translation>
    </message>
    <message>
        <source>No maps yet</source>
        <translation>Карт пока нет</translation>
    </message>
</context>
<context>
    <name>FileVerbs</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Journey maps (*.cjm);;All files (*)</source>
        <translation>Карты пути (*.cjm);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Mermaid journeys (*.mmd *.mermaid *.md *.markdown);;All files (*)</source>
        <translation>Диаграммы Mermaid (*.mmd *.mermaid *.md *.markdown);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Сохранить как</translation>
    </message>
    <message>
        <source>Journey maps (*.cjm)</source>
        <translation>Карты пути (*.cjm)</translation>
    </message>
    <message>
        <source>Put the map back to how it was when you opened it?</source>
        <translation>Вернуть карту к тому, какой она была при открытии?</translation>
    </message>
    <message>
        <source>This is one step: Undo brings everything back.</source>
        <translation>Это один шаг: «Отменить» вернёт всё назад.</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Share a copy</source>
        <translation>Копия для других</translation>
    </message>
    <message>
        <source>A copy needs another name than the map itself.</source>
        <translation>Копии нужно другое имя, чем у самой карты.</translation>
    </message>
    <message>
        <source>A copy without history is in “{file}”.</source>
        <translation>Копия без истории лежит в «{file}».</translation>
    </message>
    <message>
        <source>The template “{name}” is on the first page now.</source>
        <translation>Шаблон «{name}» теперь есть на начальной странице.</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Findings and assumptions</source>
        <translation>Подтверждённое и предположения</translation>
    </message>
    <message>
        <source>Only what is confirmed</source>
        <translation>Только подтверждённое</translation>
    </message>
    <message>
        <source>Only assumptions</source>
        <translation>Только предположения</translation>
    </message>
    <message>
        <source>Dim the rest</source>
        <translation>Остальное приглушить</translation>
    </message>
    <message>
        <source>Hide the rest</source>
        <translation>Остальное скрыть</translation>
    </message>
    <message>
        <source>Words in the text…</source>
        <translation>Слова в тексте…</translation>
    </message>
    <message>
        <source>Words in the text</source>
        <translation>Слова в тексте</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Что это</translation>
    </message>
    <message>
        <source>How bad a barrier is</source>
        <translation>Острота барьера</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Отдел</translation>
    </message>
    <message>
        <source>{name}: {count}</source>
        <translation>{name}: {count}</translation>
    </message>
    <message>
        <source>{source}: {share} % of the map</source>
        <translation>{source}: {share} % карты</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Show &amp;only</source>
        <translation>Показать &amp;только</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find on the maps</source>
        <translation>Найти на картах</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Что искать</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Заменить на</translation>
    </message>
    <message>
        <source>What to put in its place</source>
        <translation>Что поставить вместо этого</translation>
    </message>
    <message>
        <source>This map</source>
        <translation>Эта карта</translation>
    </message>
    <message>
        <source>All maps</source>
        <translation>Все карты</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Предыдущее</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Следующее</translation>
    </message>
    <message>
        <source>List of what was found</source>
        <translation>Список найденного</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>Replace what was found</source>
        <translation>Заменить найденное</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>Просмотр…</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} из {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>Найдено: %n</numerusform>
            <numerusform>Найдено: %n</numerusform>
            <numerusform>Найдено: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing here, %n on other maps</source>
        <translation>
            <numerusform>Здесь ничего, на других картах: %n</numerusform>
            <numerusform>Здесь ничего, на других картах: %n</numerusform>
            <numerusform>Здесь ничего, на других картах: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>заменён %n текст</numerusform>
            <numerusform>заменено %n текста</numerusform>
            <numerusform>заменено %n текстов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FloatingBar</name>
    <message>
        <source>Whose barrier it is</source>
        <translation>Чей это барьер</translation>
    </message>
    <message>
        <source>For whom it is</source>
        <translation>Для кого это</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Подтвердить</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>Возможность</translation>
    </message>
    <message>
        <source>Opportunity from the barrier</source>
        <translation>Возможность из барьера</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Гипотеза</translation>
    </message>
    <message>
        <source>Hypothesis from the opportunity</source>
        <translation>Гипотеза из возможности</translation>
    </message>
    <message>
        <source>This map has no personas yet.</source>
        <translation>У этой карты пока нет персонажей.</translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>Folders</source>
        <translation>Папки</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Карты</translation>
    </message>
    <message>
        <source>Posters and tables</source>
        <translation>Плакаты и таблицы</translation>
    </message>
    <message>
        <source>Working copies and backups</source>
        <translation>Рабочие и запасные копии</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>The folder used last</source>
        <translation>Последняя использованная папка</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Выберите папку</translation>
    </message>
</context>
<context>
    <name>Follows</name>
    <message>
        <source>Map for a role</source>
        <translation>Карта роли</translation>
    </message>
    <message>
        <source>It follows this map: what changes here changes there, until it differs</source>
        <translation>Следует за этой картой: что меняется здесь, меняется и там, пока она не отличается</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>This map follows the general one: what changes there changes here, wherever the two do not differ.</source>
        <translation>Эта карта следует за общей: что меняется там, меняется и здесь, кроме того, чем они отличаются.</translation>
    </message>
    <message>
        <source>Hidden here</source>
        <translation>Скрыто здесь</translation>
    </message>
    <message>
        <source>Make it its own</source>
        <translation>Отвязать от общей карты</translation>
    </message>
    <message>
        <source>It stays as it is and follows no other map any more</source>
        <translation>Останется как есть и больше не будет следовать за общей картой</translation>
    </message>
    <message>
        <source>Show “{name}” again</source>
        <translation>Снова показать «{name}»</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Open the file</source>
        <translation>Открыть файл</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>On a printer of this computer (Ctrl+P)</source>
        <translation>На принтере этого компьютера (Ctrl+P)</translation>
    </message>
    <message>
        <source>As a file (Ctrl+S)</source>
        <translation>В файл (Ctrl+S)</translation>
    </message>
    <message>
        <source>Save {kind}…</source>
        <translation>Сохранить {kind}…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>ink {percent} %</source>
        <translation>краска {percent} %</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>около {size}</translation>
    </message>
    <message numerus="yes">
        <source>Print %n page(s)…</source>
        <translation>
            <numerusform>Печать %n страницы…</numerusform>
            <numerusform>Печать %n страниц…</numerusform>
            <numerusform>Печать %n страниц…</numerusform>
        </translation>
    </message>
    <message>
        <source>sheet {name} under the pointer</source>
        <translation>лист под курсором {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s): an overview, then each stage</source>
        <translation>
            <numerusform>%n слайд: обзор, затем каждый этап</numerusform>
            <numerusform>%n слайда: обзор, затем каждый этап</numerusform>
            <numerusform>%n слайдов: обзор, затем каждый этап</numerusform>
        </translation>
    </message>
    <message>
        <source>sharp at any size</source>
        <translation>чётко при любом размере</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} точек</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of {size}</source>
        <translation>
            <numerusform>%n страница {size}</numerusform>
            <numerusform>%n страницы {size}</numerusform>
            <numerusform>%n страниц {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>one page, {size}</source>
        <translation>одна страница, {size}</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n лист</numerusform>
            <numerusform>%n листа</numerusform>
            <numerusform>%n листов</numerusform>
        </translation>
    </message>
    <message>
        <source>{sheets} and the assembly plan</source>
        <translation>{sheets} и схема сборки</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Sending to the printer…</source>
        <translation>Отправляем на принтер…</translation>
    </message>
    <message>
        <source>Writing “{file}”…</source>
        <translation>Пишу «{file}»…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Остановлено. Ничего не записано.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was printed.</source>
        <translation>Остановлено. Ничего не напечатано.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Отправлено на принтер.</translation>
    </message>
    <message>
        <source>Saved as “{file}”.</source>
        <translation>Сохранено: «{file}».</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Delete “{name}”?</source>
        <translation>Удалить «{name}»?</translation>
    </message>
    <message>
        <source>With them go: {what}.</source>
        <translation>Вместе с ним исчезнет: {what}.</translation>
    </message>
    <message>
        <source>You can undo this.</source>
        <translation>Это можно отменить.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>New persona</source>
        <translation>Новый персонаж</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Персонажи</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>Новый сегмент</translation>
    </message>
    <message>
        <source>Drag cards to order them and to move them to another segment; Ctrl with the arrows does the same. A picture may be dropped on a card or pasted with Ctrl+V.</source>
        <translation>Перетаскивайте карточки, чтобы менять порядок и сегмент; то же делают стрелки с Ctrl. Картинку можно бросить на карточку или вставить через Ctrl+V.</translation>
    </message>
    <message numerus="yes">
        <source>%n in this file</source>
        <translation>
            <numerusform>%n в этом файле</numerusform>
            <numerusform>%n в этом файле</numerusform>
            <numerusform>%n в этом файле</numerusform>
        </translation>
    </message>
    <message>
        <source>A persona is the typical person of a segment: what they need, how they choose, what they fear. People of one segment decide and buy alike, whatever their age.</source>
        <translation>Персонаж — типичный представитель сегмента: что ему нужно, как он выбирает, чего боится. Люди одного сегмента одинаково решают и покупают, сколько бы им ни было лет.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Move to the segment</source>
        <translation>Перенести в сегмент</translation>
    </message>
    <message>
        <source>Without a segment</source>
        <translation>Без сегмента</translation>
    </message>
    <message>
        <source>A segment of their own</source>
        <translation>Собственный сегмент</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Выбрать картинку…</translation>
    </message>
    <message>
        <source>Paste the picture</source>
        <translation>Вставить картинку</translation>
    </message>
    <message>
        <source>Without a picture</source>
        <translation>Без картинки</translation>
    </message>
    <message>
        <source>Make a map for them</source>
        <translation>Карта для этой роли</translation>
    </message>
</context>
<context>
    <name>Gestures</name>
    <message>
        <source>drag</source>
        <translation>мышь</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>колесо</translation>
    </message>
    <message>
        <source>walk over the cells</source>
        <translation>ходить по ячейкам</translation>
    </message>
    <message>
        <source>edit the text of what is selected</source>
        <translation>править текст выбранного</translation>
    </message>
    <message>
        <source>cancel, or one level up</source>
        <translation>отменить или на уровень выше</translation>
    </message>
    <message>
        <source>move what is selected</source>
        <translation>переставить выбранное</translation>
    </message>
    <message>
        <source>severity of the barrier</source>
        <translation>тяжесть барьера</translation>
    </message>
    <message>
        <source>turn the role one stands on</source>
        <translation>сменить значение роли, на которой стоите</translation>
    </message>
    <message>
        <source>turn a role where roles stand</source>
        <translation>следующий вариант для роли в её ячейке</translation>
    </message>
    <message>
        <source>another one like it</source>
        <translation>ещё один такой же</translation>
    </message>
    <message>
        <source>fine steps of a feeling</source>
        <translation>мелкие шаги чувства</translation>
    </message>
    <message>
        <source>next cell, with Shift the one before</source>
        <translation>следующая ячейка, с Shift предыдущая</translation>
    </message>
    <message>
        <source>ends of the row</source>
        <translation>начало и конец строки</translation>
    </message>
    <message>
        <source>stage before, next stage</source>
        <translation>предыдущий и следующий этап</translation>
    </message>
    <message>
        <source>type a new text at once</source>
        <translation>сразу печатать новый текст</translation>
    </message>
    <message>
        <source>after a new card: one more below it</source>
        <translation>после новой карточки: ещё одна под ней</translation>
    </message>
    <message>
        <source>after a stage&apos;s name: the next stage</source>
        <translation>после названия этапа: следующий этап</translation>
    </message>
    <message>
        <source>a new line in a text</source>
        <translation>новая строка в тексте</translation>
    </message>
    <message>
        <source>select more</source>
        <translation>выделить ещё</translation>
    </message>
    <message>
        <source>a feeling, from worst to best</source>
        <translation>чувство, от худшего к лучшему</translation>
    </message>
    <message>
        <source>raise or lower a feeling</source>
        <translation>поднять или опустить чувство</translation>
    </message>
    <message>
        <source>hold to read what is selected, large</source>
        <translation>удерживать: прочесть выбранное крупно</translation>
    </message>
    <message>
        <source>drop a copy</source>
        <translation>положить копию</translation>
    </message>
    <message>
        <source>at a border of stages: steps go over, or merge</source>
        <translation>на границе этапов: подэтапы соседу, объединить</translation>
    </message>
    <message>
        <source>at a border of stages: a new stage</source>
        <translation>на границе этапов: новый этап</translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation>масштаб у указателя</translation>
    </message>
    <message>
        <source>scroll sideways</source>
        <translation>прокрутка вбок</translation>
    </message>
    <message>
        <source>scroll</source>
        <translation>прокрутка</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>двигать лист</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>Go to code</source>
        <translation>Перейти к коду</translation>
    </message>
    <message>
        <source>Code of a card</source>
        <translation>Код карточки</translation>
    </message>
    <message>
        <source>The letter may be of either alphabet; the number alone will do.</source>
        <translation>Буква может быть русской или латинской; хватит и одного номера.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>A code is a letter and a number, such as B24.</source>
        <translation>Код — это буква и номер, например Б24.</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>Stage</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Подэтап</translation>
    </message>
    <message>
        <source>new column</source>
        <translation>новый столбец</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>Руководство</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Закрыть инспектор</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>Выбран %n</numerusform>
            <numerusform>Выбрано %n</numerusform>
            <numerusform>Выбрано %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Height</name>
    <message>
        <source>As high as its content</source>
        <translation>По высоте содержимого</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>The map as it is now</source>
        <translation>Карта, какая она сейчас</translation>
    </message>
    <message>
        <source>As it was at the beginning</source>
        <translation>Карта в самом начале</translation>
    </message>
    <message>
        <source>What was undone: {when}, “{name}”</source>
        <translation>Отменено: {when}, «{name}»</translation>
    </message>
    <message>
        <source>As it was: {when}, “{name}”</source>
        <translation>Карта тогда: {when}, «{name}»</translation>
    </message>
    <message>
        <source>Looking back</source>
        <translation>Чтение истории</translation>
    </message>
    <message>
        <source>The map is as it was: {when}. Undo takes that back.</source>
        <translation>Карта снова такая, как была: {when}. Отмена вернёт нынешнюю.</translation>
    </message>
    <message>
        <source>Take the name “{name}” away?</source>
        <translation>Убрать название «{name}»?</translation>
    </message>
    <message>
        <source>No step leads to this version: nobody can go back to it any more.</source>
        <translation>К этой версии не ведёт ни один шаг: вернуться к ней будет уже нельзя.</translation>
    </message>
    <message>
        <source>The step stays in the history.</source>
        <translation>Шаг останется в истории.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>HistoryVerbs</name>
    <message>
        <source>The report is in “{file}”.</source>
        <translation>Отчёт сохранён в файле «{file}».</translation>
    </message>
</context>
<context>
    <name>HypothesisCard</name>
    <message>
        <source>If we do what?</source>
        <translation>Если сделать что?</translation>
    </message>
    <message>
        <source>running since today</source>
        <translation>идёт с сегодняшнего дня</translation>
    </message>
    <message numerus="yes">
        <source>running for %n day(s)</source>
        <translation>
            <numerusform>идёт %n день</numerusform>
            <numerusform>идёт %n дня</numerusform>
            <numerusform>идёт %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>The bottleneck has moved</source>
        <translation>Узкое место сместилось</translation>
    </message>
    <message>
        <source>Ran beside another one</source>
        <translation>Шла вместе с другой</translation>
    </message>
    <message>
        <source>No metric is watched</source>
        <translation>Метрика не выбрана</translation>
    </message>
    <message>
        <source>What came of it?</source>
        <translation>Что получилось?</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Which journey of the file</source>
        <translation>Какая диаграмма из файла</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>Что замечено</translation>
    </message>
    <message>
        <source>Take these words for feelings, not for people</source>
        <translation>Считать эти слова чувствами, а не людьми</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Open the map</source>
        <translation>Открыть карту</translation>
    </message>
    <message>
        <source>Scores outside 1 to 5</source>
        <translation>Оценки не от 1 до 5</translation>
    </message>
    <message>
        <source>leave out the point of the curve</source>
        <translation>не ставить точку на кривой</translation>
    </message>
    <message>
        <source>take the nearest of 1 and 5</source>
        <translation>взять ближайшую: 1 или 5</translation>
    </message>
    <message>
        <source>rescale all scores to 1 to 5</source>
        <translation>пересчитать все оценки на 1–5</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>{number}. {title}, line {line}</source>
        <translation>{number}. {title}, строка {line}</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Исправлено</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Замечено</translation>
    </message>
</context>
<context>
    <name>Improving</name>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Start all the same</source>
        <translation>Всё равно начать</translation>
    </message>
    <message>
        <source>Start a second one beside it?</source>
        <translation>Начать вторую рядом с ней?</translation>
    </message>
    <message>
        <source>Hypotheses and opportunities</source>
        <translation>Гипотезы и возможности</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Доска</translation>
    </message>
    <message>
        <source>Effect and effort</source>
        <translation>Эффект и усилия</translation>
    </message>
    <message>
        <source>Drag cards between the columns; Ctrl with the arrows does the same. Enter edits the texts, Ins adds a hypothesis.</source>
        <translation>Карточки перетаскиваются между столбцами; Ctrl со стрелками делает то же. Enter правит тексты, Ins добавляет гипотезу.</translation>
    </message>
    <message>
        <source>Drag cards to where they belong; Ctrl with the arrows does the same, 0 takes a card out. {key} makes a hypothesis of it.</source>
        <translation>Перетащите карточки на их места; Ctrl со стрелками делает то же, 0 убирает оценку. {key} делает из карточки гипотезу.</translation>
    </message>
    <message>
        <source>“{name}” is an idea again. That it began on {day} is forgotten; undoing brings it back.</source>
        <translation>«{name}» — снова идея. Что проверка началась {day}, забыто; отмена вернёт и это.</translation>
    </message>
    <message>
        <source>An opportunity says what could be done about a barrier. Add some to the map: choose a barrier there and press {key}.</source>
        <translation>Возможность говорит, что можно сделать с барьером. Добавьте их на карту: выберите барьер и нажмите {key}.</translation>
    </message>
    <message>
        <source>A hypothesis says what you change, what you expect of it, and why. It comes from an opportunity or a barrier of the map, and a metric tells whether it was right.</source>
        <translation>Гипотеза говорит, что вы меняете, чего ждёте и почему. Она рождается из возможности или барьера карты, а верна ли она, скажет метрика.</translation>
    </message>
    <message>
        <source>With a hypothesis already</source>
        <translation>Гипотеза уже есть</translation>
    </message>
    <message>
        <source>There is no opportunity and no barrier on this map yet.</source>
        <translation>На этой карте пока нет ни возможностей, ни барьеров.</translation>
    </message>
    <message>
        <source>Edit the texts</source>
        <translation>Править тексты</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Показать на карте</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Make a hypothesis of it</source>
        <translation>Сделать гипотезу</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>Не оценено</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Подтверждения</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Who and when</source>
        <translation>Кто и когда</translation>
    </message>
    <message>
        <source>Order and owner</source>
        <translation>Порядок и ответственный</translation>
    </message>
    <message>
        <source>What it is worth</source>
        <translation>Чего стоит</translation>
    </message>
    <message>
        <source>Barriers here</source>
        <translation>Барьеры здесь</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Цепочка</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Подэтапы</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Кто участвует</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Персонажи</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Метрики</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Что дальше</translation>
    </message>
    <message>
        <source>Role maps</source>
        <translation>Карты ролей</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Weak points</source>
        <translation>Слабые места</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Отделы</translation>
    </message>
    <message>
        <source>How they choose</source>
        <translation>Как выбирает</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>Своими словами</translation>
    </message>
    <message>
        <source>Part in the buying centre</source>
        <translation>Роль в закупочном центре</translation>
    </message>
    <message>
        <source>On the maps</source>
        <translation>На каких картах</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>How it is tested</source>
        <translation>Как проверяем</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Замеры</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Вручную</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
</context>
<context>
    <name>Interface</name>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Wheel over the map</source>
        <translation>Колесо над картой</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Scrolls, with Ctrl zooms</source>
        <translation>Прокрутка, с Ctrl масштаб</translation>
    </message>
    <message>
        <source>Zooms, with Ctrl scrolls</source>
        <translation>Масштаб, с Ctrl прокрутка</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>Найти клавишу или что она делает</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Изменить клавиши…</translation>
    </message>
    <message>
        <source>No key is called so. Try other letters; either language will do.</source>
        <translation>Такой клавиши нет. Попробуйте другие буквы, можно на любом языке.</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>На карте</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>KeysEditor</name>
    <message>
        <source>Change keys</source>
        <translation>Изменить клавиши</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Найти команду или клавишу</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>Нажмите новую клавишу</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Команды и их клавиши</translation>
    </message>
    <message>
        <source>All as at first</source>
        <translation>Все как сначала</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Новая клавиша…</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Без клавиши</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Как сначала</translation>
    </message>
    <message>
        <source>Take the key</source>
        <translation>Забрать клавишу</translation>
    </message>
    <message>
        <source>Leave all as it is</source>
        <translation>Оставить как есть</translation>
    </message>
    <message>
        <source>{menu}, changed</source>
        <translation>{menu}, изменена</translation>
    </message>
    <message>
        <source>Double click a command or press Enter, then its new key.</source>
        <translation>Щёлкните дважды по команде или нажмите Enter, потом новую клавишу.</translation>
    </message>
    <message>
        <source>Nothing is called so. Try other letters; either language will do.</source>
        <translation>Так ничего не называется. Попробуйте другие буквы, можно на любом языке.</translation>
    </message>
    <message>
        <source>Press the new key for “{command}”. Esc leaves it as it is.</source>
        <translation>Нажмите новую клавишу для «{command}». Esc оставит как есть.</translation>
    </message>
    <message>
        <source>{key} alone would write a letter. Hold Ctrl or Alt with it.</source>
        <translation>{key} без других клавиш пишет букву. Нажмите вместе с Ctrl или Alt.</translation>
    </message>
    <message>
        <source>{key} belongs to the map. Press another key.</source>
        <translation>{key} нужна самой карте. Нажмите другую клавишу.</translation>
    </message>
    <message>
        <source>{key} is the key of “{other}”, which would be left without it.</source>
        <translation>{key} — клавиша команды «{other}», она останется без неё.</translation>
    </message>
    <message>
        <source>{key} belongs to comparing versions. Press another key.</source>
        <translation>{key} нужна сравнению версий. Нажмите другую клавишу.</translation>
    </message>
    <message>
        <source>{key} is taken by the system. Press another key.</source>
        <translation>{key} забирает себе система. Нажмите другую клавишу.</translation>
    </message>
    <message>
        <source>“{command}” has {key} now.</source>
        <translation>Теперь у «{command}» клавиша {key}.</translation>
    </message>
    <message>
        <source>“{command}” has no key.</source>
        <translation>У «{command}» нет клавиши.</translation>
    </message>
    <message>
        <source>“{command}” has {key} now, no longer {lost}.</source>
        <translation>Теперь у «{command}» клавиша {key}, а не {lost}.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> и </translation>
    </message>
    <message>
        <source>“{command}” has its key again, which was that of {others}.</source>
        <translation>У «{command}» снова своя клавиша; её отдали {others}.</translation>
    </message>
    <message>
        <source>“{command}”</source>
        <translation>«{command}»</translation>
    </message>
    <message>
        <source>All keys are as at first.</source>
        <translation>Все клавиши как сначала.</translation>
    </message>
</context>
<context>
    <name>LaneVerbs</name>
    <message>
        <source>Copy to a&amp;nother map</source>
        <translation>Скопировать на дру&amp;гую карту</translation>
    </message>
    <message>
        <source>&amp;Fold or add lanes</source>
        <translation>С&amp;вернуть или добавить дорожки</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Развернуть все</translation>
    </message>
    <message>
        <source>Add a lane</source>
        <translation>Добавить дорожку</translation>
    </message>
    <message>
        <source>Take a lane away</source>
        <translation>Убрать дорожку</translation>
    </message>
    <message>
        <source>Copy to another map</source>
        <translation>Скопировать на другую карту</translation>
    </message>
    <message>
        <source>Lane “{name}”</source>
        <translation>Дорожка «{name}»</translation>
    </message>
    <message>
        <source>Stage “{name}”</source>
        <translation>Этап «{name}»</translation>
    </message>
    <message>
        <source>Select a stage or a lane first</source>
        <translation>Сначала выберите этап или дорожку</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Lanes of this map</source>
        <translation>Дорожки этой карты</translation>
    </message>
    <message>
        <source>Untitled map</source>
        <translation>Карта без названия</translation>
    </message>
    <message>
        <source>New map</source>
        <translation>Новая карта</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Синий</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Зелёный</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Оранжевый</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Розовый</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Красный</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Серый</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Как обычно</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Copy to another map</source>
        <translation>Скопировать на другую карту</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Add a lane below</source>
        <translation>Добавить дорожку ниже</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Развернуть</translation>
    </message>
    <message>
        <source>Fold to its name</source>
        <translation>Свернуть до названия</translation>
    </message>
    <message>
        <source>As high as its content</source>
        <translation>Высота по содержимому</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>LanesDialog</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Add a lane</source>
        <translation>Добавить дорожку</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>A lane without its check mark is folded to its name. Drag a lane, or press Alt with an arrow, to move it; F2 renames it.</source>
        <translation>Дорожка без отметки свёрнута до названия. Чтобы переставить дорожку, перетащите её или нажмите Alt со стрелкой; F2 — переименовать.</translation>
    </message>
</context>
<context>
    <name>LeftoverRows</name>
    <message>
        <source>Not saved</source>
        <translation>Не сохранено</translation>
    </message>
    <message>
        <source>Edits that are in no file yet.</source>
        <translation>Правки, которых ещё нет ни в одном файле.</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Отложено</translation>
    </message>
    <message>
        <source>Did not open after a crash, so it is not opened by itself again.</source>
        <translation>Не открылось после сбоя, поэтому само больше не открывается.</translation>
    </message>
    <message>
        <source>Recently discarded</source>
        <translation>Недавно выброшенные</translation>
    </message>
    <message>
        <source>Closed with “Don&apos;t save”; kept for 30 days.</source>
        <translation>Закрыты без сохранения; хранятся 30 дней.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>Earlier saved states of the maps you opened lately.</source>
        <translation>Прежние сохранённые состояния карт, которые вы недавно открывали.</translation>
    </message>
    <message>
        <source>no file of its own</source>
        <translation>своего файла нет</translation>
    </message>
    <message>
        <source>steps: {n}</source>
        <translation>шагов: {n}</translation>
    </message>
    <message>
        <source>goes {day}</source>
        <translation>исчезнет {day}</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
</context>
<context>
    <name>Letters</name>
    <message>
        <source>The fonts of this program do not have %1. Boxes with their codes stand for them, on paper too.</source>
        <translation>В шрифтах программы нет знаков: %1. Вместо них стоят рамки с их кодами, и на бумаге тоже.</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Looking back… Esc cancels</source>
        <translation>Читаю историю… Esc – отмена</translation>
    </message>
</context>
<context>
    <name>Lookout</name>
    <message>
        <source>Only to look at</source>
        <translation>Только смотреть</translation>
    </message>
    <message>
        <source>[Ctrl+C] copy what is selected</source>
        <translation>[Ctrl+C] копировать выбранное</translation>
    </message>
    <message>
        <source>[Esc] back to now</source>
        <translation>[Esc] к нынешней карте</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Nothing on this map is done by hand.</source>
        <translation>На этой карте ничего не делают вручную.</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Сохранить список…</translation>
    </message>
</context>
<context>
    <name>MapState</name>
    <message>
        <source>Confirmed {share} %</source>
        <translation>Подтверждено {share} %</translation>
    </message>
    <message>
        <source>{zoom} %</source>
        <translation>{zoom} %</translation>
    </message>
    <message>
        <source>How many cards and feelings rest on evidence; the others are assumptions.</source>
        <translation>Какая доля карточек и чувств подтверждена; остальное — предположения.</translation>
    </message>
    <message>
        <source>Click to filter by it.</source>
        <translation>Щёлкните, чтобы отфильтровать.</translation>
    </message>
</context>
<context>
    <name>MapTabs</name>
    <message>
        <source>Earlier maps</source>
        <translation>К предыдущим картам</translation>
    </message>
    <message>
        <source>Later maps</source>
        <translation>К следующим картам</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>Follows “{name}”</source>
        <translation>Следует за «{name}»</translation>
    </message>
</context>
<context>
    <name>MapTime</name>
    <message>
        <source>No stage says yet how long it takes.</source>
        <translation>Пока ни один этап не говорит, сколько он длится.</translation>
    </message>
    <message>
        <source>Where nobody knows how long it takes, the plan counts.</source>
        <translation>Где настоящий срок неизвестен, взят плановый.</translation>
    </message>
    <message>
        <source>What takes longest</source>
        <translation>Дольше всего</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Как есть</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>По плану</translation>
    </message>
</context>
<context>
    <name>MapWide</name>
    <message>
        <source>Show all {n}</source>
        <translation>Показать все: {n}</translation>
    </message>
    <message>
        <source>Show {n}</source>
        <translation>Показать {n}</translation>
    </message>
    <message>
        <source>And {n} more</source>
        <translation>И ещё {n}</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>effect: {effect}, effort: {effort}</source>
        <translation>эффект: {effect}, усилия: {effort}</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>Не оценено</translation>
    </message>
    <message>
        <source>Drag a card to the place that fits its effect and its effort.</source>
        <translation>Перетащите карточку туда, где её эффект и усилия.</translation>
    </message>
    <message>
        <source>This map has no opportunities yet.</source>
        <translation>На этой карте пока нет возможностей.</translation>
    </message>
    <message>
        <source>Every opportunity is rated. A card dragged here is not any more.</source>
        <translation>Все возможности оценены. Перетащите карточку сюда, чтобы убрать оценку.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Вставка</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Карта</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge a copy</source>
        <translation>Слить с копией</translation>
    </message>
    <message>
        <source>Reading the copy…</source>
        <translation>Читаю копию…</translation>
    </message>
    <message>
        <source>All as in this map</source>
        <translation>Всё как в этой карте</translation>
    </message>
    <message>
        <source>All as in the copy</source>
        <translation>Всё как в копии</translation>
    </message>
    <message>
        <source>The merge is one step: Undo takes all of it back. The copy stays as it is, with its own history; cards that come get numbers of this map.</source>
        <translation>Слияние — один шаг: «Отменить» вернёт всё назад. Копия останется как есть, со своей историей; пришедшие карточки получат номера этой карты.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Слить</translation>
    </message>
    <message numerus="yes">
        <source>%n to decide: click, or ← and →</source>
        <translation>
            <numerusform>Решить: %n. Щёлкните или нажмите ← и →</numerusform>
            <numerusform>Решить: %n. Щёлкните или нажмите ← и →</numerusform>
            <numerusform>Решить: %n. Щёлкните или нажмите ← и →</numerusform>
        </translation>
    </message>
    <message>
        <source>All is decided.</source>
        <translation>Всё решено.</translation>
    </message>
    <message>
        <source>Take its maps beside this one</source>
        <translation>Взять карты файла рядом с этой</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>The copy has nothing that is not in this map.</source>
        <translation>В копии нет ничего, чего не было бы в этой карте.</translation>
    </message>
    <message numerus="yes">
        <source>Since they parted: %n step(s) in this map</source>
        <translation>
            <numerusform>С тех пор как они разошлись: %n шаг в этой карте</numerusform>
            <numerusform>С тех пор как они разошлись: %n шага в этой карте</numerusform>
            <numerusform>С тех пор как они разошлись: %n шагов в этой карте</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) in the copy</source>
        <translation>
            <numerusform>%n шаг в копии</numerusform>
            <numerusform>%n шага в копии</numerusform>
            <numerusform>%n шагов в копии</numerusform>
        </translation>
    </message>
    <message>
        <source>the copy was saved {when}</source>
        <translation>копия сохранена {when}</translation>
    </message>
</context>
<context>
    <name>MergeRows</name>
    <message>
        <source>Both changed the same: whose is right?</source>
        <translation>Одно и то же изменили оба: чьё верно?</translation>
    </message>
    <message>
        <source>Comes from the copy: {counts}</source>
        <translation>Придёт из копии: {counts}</translation>
    </message>
    <message>
        <source>In this map</source>
        <translation>В этой карте</translation>
    </message>
    <message>
        <source>In the copy</source>
        <translation>В копии</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>выбрано</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>не решено</translation>
    </message>
</context>
<context>
    <name>MergeVerbs</name>
    <message>
        <source>Journey maps (*.cjm);;All files (*)</source>
        <translation>Карты пути (*.cjm);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Merge a copy</source>
        <translation>Слить с копией</translation>
    </message>
    <message>
        <source>The map stays as it is: nothing of “{file}” was taken.</source>
        <translation>Карта осталась прежней: из «{file}» ничего не взято.</translation>
    </message>
    <message>
        <source>What was in “{file}” is in this map now.</source>
        <translation>То, что было в «{file}», теперь и в этой карте.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>MetricView</name>
    <message>
        <source>no value yet</source>
        <translation>значений пока нет</translation>
    </message>
    <message>
        <source>target {value}</source>
        <translation>цель {value}</translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>Metric</source>
        <translation>Метрика</translation>
    </message>
</context>
<context>
    <name>MetricsHere</name>
    <message>
        <source>Metric</source>
        <translation>Метрика</translation>
    </message>
</context>
<context>
    <name>Mishaps</name>
    <message>
        <source>Something went wrong. Your last changes are only in memory: save them now.</source>
        <translation>Что-то пошло не так. Последние правки пока только в памяти: сохраните их сейчас.</translation>
    </message>
    <message>
        <source>Something went wrong. Your map is safe and you can go on.</source>
        <translation>Что-то пошло не так. Карта цела, можно продолжать.</translation>
    </message>
    <message>
        <source>Last time the program crashed. What you had done by then was kept.</source>
        <translation>В прошлый раз программа аварийно завершилась. Всё, что вы успели сделать, сохранилось.</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Отчёт…</translation>
    </message>
</context>
<context>
    <name>NeighbourVerbs</name>
    <message>
        <source>“{file}” is open on another computer.</source>
        <translation>«{file}» открыт на другом компьютере.</translation>
    </message>
    <message>
        <source>“{file}” is open on another computer: {user}, {host}, {time}.</source>
        <translation>«{file}» открыт на другом компьютере: {user}, {host}, {time}.</translation>
    </message>
    <message>
        <source>Last sign of life: {time}.</source>
        <translation>Последний признак жизни: {time}.</translation>
    </message>
    <message>
        <source>What you do stays on this computer until you choose.</source>
        <translation>Ваши правки остаются на этом компьютере, пока вы не выберете.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Сохранить копию…</translation>
    </message>
    <message>
        <source>Save here all the same</source>
        <translation>Всё равно сохранять сюда</translation>
    </message>
</context>
<context>
    <name>NewMaps</name>
    <message>
        <source>New maps</source>
        <translation>Новые карты</translation>
    </message>
    <message>
        <source>Begin as</source>
        <translation>С чего начать</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Paper in the printer</source>
        <translation>Бумага в принтере</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>Как в окне</translation>
    </message>
    <message>
        <source>Save new maps as I go</source>
        <translation>Сохранять новые карты по ходу работы</translation>
    </message>
</context>
<context>
    <name>NextHint</name>
    <message>
        <source>Click a cell and type; Tab leads to the next cell</source>
        <translation>Щёлкните ячейку и пишите; Tab ведёт в следующую</translation>
    </message>
    <message>
        <source>For the next stage click this one and press Ins</source>
        <translation>Следующий этап: щёлкните этот и нажмите Ins</translation>
    </message>
    <message>
        <source>To split a stage into steps click it and press {key}</source>
        <translation>Чтобы разделить этап на подэтапы, щёлкните его и нажмите {key}</translation>
    </message>
    <message>
        <source>How does it feel? Press {key} and click at the height of the mood</source>
        <translation>Что человек чувствует? Нажмите {key} и щёлкните на высоте настроения</translation>
    </message>
    <message>
        <source>“{lane}” is still empty: click a cell there and type</source>
        <translation>Дорожка «{lane}» пока пуста: щёлкните в ней ячейку и пишите</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Names to go on with</source>
        <translation>Имена, которыми можно продолжить</translation>
    </message>
</context>
<context>
    <name>OpportunityCard</name>
    <message>
        <source>New opportunity</source>
        <translation>Новая возможность</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Close the overview</source>
        <translation>Закрыть обзор</translation>
    </message>
</context>
<context>
    <name>OwnTemplates</name>
    <message>
        <source>New map</source>
        <translation>Новая карта</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Delete the template “{name}”?</source>
        <translation>Удалить шаблон «{name}»?</translation>
    </message>
    <message>
        <source>The maps made from it stay as they are. This cannot be undone.</source>
        <translation>Карты, сделанные по нему, останутся. Вернуть шаблон будет нельзя.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>line {line} of {count}</source>
        <translation>строка {line} из {count}</translation>
    </message>
    <message>
        <source>one undo takes back the whole line</source>
        <translation>одна отмена возвращает всю строку</translation>
    </message>
    <message>
        <source>feeling: −2 to +2, or 1/5 to 5/5 as keys 1–5 on the map</source>
        <translation>чувство: от −2 до +2 или от 1/5 до 5/5, как клавиши 1–5 на карте</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Набросок</translation>
    </message>
    <message>
        <source>“{text}” stays in the title; as a time write “{short}”, or a comma before it</source>
        <translation>«{text}» останется в названии; чтобы стало сроком, напишите «{short}» или запятую перед ним</translation>
    </message>
    <message>
        <source>“{text}” stays in the title; a time is like “3 d”, “2–4 w” or “1.5 h”</source>
        <translation>«{text}» останется в названии; срок пишут так: «3 дн», «2–4 нед», «1,5 ч»</translation>
    </message>
    <message>
        <source>a time belongs to a stage or a step: write it behind # or ##</source>
        <translation>срок бывает у этапа и подэтапа: напишите его в строке с # или ##</translation>
    </message>
    <message>
        <source>Lines of the sketch</source>
        <translation>Строки наброска</translation>
    </message>
    <message>
        <source># Awareness
- Sees an advertisement
! Too dear</source>
        <translation># Знакомство
- Видит рекламу
! Слишком дорого</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>The map follows the line</source>
        <translation>Карта следует за строкой</translation>
    </message>
    <message>
        <source>What the signs and keys mean</source>
        <translation>Что значат знаки и клавиши</translation>
    </message>
    <message>
        <source>Close the sketch</source>
        <translation>Закрыть набросок</translation>
    </message>
    <message>
        <source>[Tab] deeper	[Ctrl] + [/] all signs	[Alt] + [↑] move</source>
        <translation>[Tab] глубже	[Ctrl] + [/] все знаки	[Alt] + [↑] переставить</translation>
    </message>
    <message>
        <source>move the line with all it holds</source>
        <translation>переставить строку со всем, что в ней</translation>
    </message>
    <message>
        <source>one level deeper; Shift+Tab: higher</source>
        <translation>на уровень глубже; Shift+Tab — выше</translation>
    </message>
    <message>
        <source>Paste a list or a table: first you see what becomes what</source>
        <translation>Вставить список или таблицу: сначала видно, что чем станет</translation>
    </message>
    <message>
        <source>another line like it; once more: one level higher</source>
        <translation>ещё такая же строка; ещё раз — на уровень выше</translation>
    </message>
    <message>
        <source>to the map; Ctrl+Enter closes the sketch</source>
        <translation>на карту; Ctrl+Enter закрывает набросок</translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n этап</numerusform>
            <numerusform>%n этапа</numerusform>
            <numerusform>%n этапов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n подэтап</numerusform>
            <numerusform>%n подэтапа</numerusform>
            <numerusform>%n подэтапов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Commands, maps, stages, templates</source>
        <translation>Команды, карты, этапы, шаблоны</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что сделать</translation>
    </message>
    <message>
        <source>What to do? A few letters are enough</source>
        <translation>Что сделать? Хватит нескольких букв</translation>
    </message>
    <message>
        <source>Nothing is called so. Try other letters; either language will do.</source>
        <translation>Так ничего не называется. Попробуйте другие буквы, можно на любом языке.</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Curtain</source>
        <translation>Шторка</translation>
    </message>
    <message>
        <source>Left of it the earlier state, right of it the later one</source>
        <translation>Слева от неё прежняя карта, справа новая</translation>
    </message>
</context>
<context>
    <name>Participants</name>
    <message>
        <source>This map has no personas yet.</source>
        <translation>У этой карты пока нет персонажей.</translation>
    </message>
    <message>
        <source>Influence of {name}</source>
        <translation>Влияние: {name}</translation>
    </message>
    <message>
        <source>{name}: {stance}</source>
        <translation>{name}: {stance}</translation>
    </message>
    <message>
        <source>There is no consensus. {said}.</source>
        <translation>Согласия нет. {said}.</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>On the poster</source>
        <translation>Что на плакате</translation>
    </message>
    <message>
        <source>Persona and roles</source>
        <translation>Персонаж и роли</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Условные знаки</translation>
    </message>
    <message>
        <source>Metrics and funnel</source>
        <translation>Метрики и воронка</translation>
    </message>
    <message>
        <source>Marks of evidence</source>
        <translation>Отметки подтверждений</translation>
    </message>
    <message>
        <source>Short codes, such as B24</source>
        <translation>Короткие коды, например Б24</translation>
    </message>
    <message>
        <source>Column widths by time</source>
        <translation>Ширина столбцов по времени</translation>
    </message>
    <message>
        <source>Filtered as on the screen</source>
        <translation>Отобрано, как на экране</translation>
    </message>
</context>
<context>
    <name>Passages</name>
    <message>
        <source>Passage to…</source>
        <translation>Переход к…</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>Values of “{name}”</source>
        <translation>Значения «{name}»</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>Взять</translation>
    </message>
    <message>
        <source>A line each: date, value, sample, source</source>
        <translation>В строке: дата, значение, выборка, источник</translation>
    </message>
    <message>
        <source>Paste here what you copied in a spreadsheet</source>
        <translation>Вставьте сюда скопированное из таблицы</translation>
    </message>
    <message>
        <source>day first</source>
        <translation>сначала день</translation>
    </message>
    <message>
        <source>month first</source>
        <translation>сначала месяц</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Выборка</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>What will be taken</source>
        <translation>Что будет взято</translation>
    </message>
    <message>
        <source>Lines that cannot be read</source>
        <translation>Строки, которые не прочесть</translation>
    </message>
    <message>
        <source>add to the values</source>
        <translation>добавить</translation>
    </message>
    <message>
        <source>instead of all values</source>
        <translation>вместо всех значений</translation>
    </message>
    <message>
        <source>Nothing tells how these dates are written:</source>
        <translation>Не понять, как записаны эти даты:</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) will be taken</source>
        <translation>
            <numerusform>Будет взято %n значение</numerusform>
            <numerusform>Будет взято %n значения</numerusform>
            <numerusform>Будет взято %n значений</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>столбец {number}</translation>
    </message>
    <message>
        <source>Left out: {names}. Only date, value, sample and source are taken.</source>
        <translation>Пропущено: {names}. Берутся только дата, значение, выборка и источник.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) will be left out</source>
        <translation>
            <numerusform>%n строка не будет взята</numerusform>
            <numerusform>%n строки не будут взяты</numerusform>
            <numerusform>%n строк не будет взято</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {number}: {sentence}</source>
        <translation>Строка {number}: {sentence}</translation>
    </message>
</context>
<context>
    <name>PersonaCard</name>
    <message>
        <source>Nobody yet</source>
        <translation>Пока никто</translation>
    </message>
    <message>
        <source>Which need?</source>
        <translation>Какая потребность?</translation>
    </message>
    <message>
        <source>On no map</source>
        <translation>Ни на одной карте</translation>
    </message>
</context>
<context>
    <name>PersonaVerbs</name>
    <message>
        <source>Everything about them</source>
        <translation>Всё о персонаже</translation>
    </message>
    <message>
        <source>In the gallery…</source>
        <translation>Среди всех персонажей…</translation>
    </message>
    <message>
        <source>Make a map for them</source>
        <translation>Карта для этой роли</translation>
    </message>
</context>
<context>
    <name>PicturePart</name>
    <message>
        <source>Drop a picture here, or paste one.</source>
        <translation>Бросьте сюда картинку или вставьте её.</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Выбрать картинку…</translation>
    </message>
    <message>
        <source>Paste the picture from the clipboard</source>
        <translation>Вставить картинку из буфера обмена</translation>
    </message>
    <message>
        <source>Without a picture</source>
        <translation>Без картинки</translation>
    </message>
</context>
<context>
    <name>PictureTaking</name>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>Картинки (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Выберите картинку</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>В буфере обмена нет картинки.</translation>
    </message>
    <message>
        <source>“{file}” is no PNG, JPEG or WebP picture, or it is too large.</source>
        <translation>«{file}» — не картинка PNG, JPEG или WebP, либо она слишком велика.</translation>
    </message>
</context>
<context>
    <name>Pin</name>
    <message>
        <source>On {name}</source>
        <translation>На «{name}»</translation>
    </message>
    <message>
        <source>Back to its lane</source>
        <translation>Вернуть на дорожку</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Paste into the sketch</source>
        <translation>Вставить в набросок</translation>
    </message>
    <message>
        <source>Each line becomes</source>
        <translation>Каждая строка —</translation>
    </message>
    <message>
        <source>What becomes what</source>
        <translation>Что чем станет</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>этап</translation>
    </message>
    <message>
        <source>step</source>
        <translation>подэтап</translation>
    </message>
    <message>
        <source>action</source>
        <translation>действие</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>контакт</translation>
    </message>
    <message>
        <source>thought</source>
        <translation>мысль</translation>
    </message>
    <message>
        <source>feeling</source>
        <translation>чувство</translation>
    </message>
    <message>
        <source>barrier</source>
        <translation>барьер</translation>
    </message>
    <message>
        <source>idea</source>
        <translation>идея</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>Вставлено</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Станет</translation>
    </message>
    <message>
        <source>In the sketch</source>
        <translation>В наброске</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) go into the sketch; Esc leaves all as it is</source>
        <translation>
            <numerusform>%n строка войдёт в набросок; Esc оставит всё как было</numerusform>
            <numerusform>%n строки войдут в набросок; Esc оставит всё как было</numerusform>
            <numerusform>%n строк войдёт в набросок; Esc оставит всё как было</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Purposes</name>
    <message>
        <source>What it is for</source>
        <translation>Для чего</translation>
    </message>
    <message>
        <source>Poster on the wall</source>
        <translation>Плакат на стену</translation>
    </message>
    <message>
        <source>in one piece, as PDF</source>
        <translation>целиком, одним PDF</translation>
    </message>
    <message>
        <source>Poster from sheets</source>
        <translation>Плакат из листов</translation>
    </message>
    <message>
        <source>printed at home and glued</source>
        <translation>распечатать и склеить</translation>
    </message>
    <message>
        <source>For a print shop</source>
        <translation>В типографию</translation>
    </message>
    <message>
        <source>bleed, crop marks, curves</source>
        <translation>вылеты, метки, кривые</translation>
    </message>
    <message>
        <source>Blank for a workshop</source>
        <translation>Пустая для воркшопа</translation>
    </message>
    <message>
        <source>the grid for sticky notes</source>
        <translation>сетка под стикеры</translation>
    </message>
    <message>
        <source>Cut-out cards</source>
        <translation>Карточки на вырезание</translation>
    </message>
    <message>
        <source>76 mm, by stage or empty</source>
        <translation>76 мм, по этапам или пустые</translation>
    </message>
    <message>
        <source>To hand out</source>
        <translation>Раздать на встрече</translation>
    </message>
    <message>
        <source>A3 or A4 for everyone</source>
        <translation>A3 или A4 каждому</translation>
    </message>
    <message>
        <source>Sheets for people</source>
        <translation>Листы для людей</translation>
    </message>
    <message>
        <source>what to do, and personas</source>
        <translation>что сделать и персонажи</translation>
    </message>
    <message>
        <source>Picture or slides</source>
        <translation>Картинка или слайды</translation>
    </message>
    <message>
        <source>PNG, SVG, web page, PPTX</source>
        <translation>PNG, SVG, веб-страница, PPTX</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Диск</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>П&amp;апка:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Тип файлов:</translation>
    </message>
</context>
<context>
    <name>QSidebar</name>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>QTabBar</name>
    <message>
        <source>Close Tab</source>
        <translation>Закрыть вкладку</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>{distance} m</source>
        <translation>{distance} м</translation>
    </message>
    <message>
        <source>Readable from up to {distance} m away</source>
        <translation>Читается с расстояния до {distance} м</translation>
    </message>
    <message>
        <source>Names of stages are seen from up to {distance} m away.</source>
        <translation>Названия этапов видны с расстояния до {distance} м.</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} точек</translation>
    </message>
    <message>
        <source>Sharp at any size</source>
        <translation>Чётко при любом размере</translation>
    </message>
    <message>
        <source>On a slide {slide} pixels wide the main text is {high} pixels high.</source>
        <translation>На слайде шириной {slide} точек основной текст будет высотой {high} точек.</translation>
    </message>
    <message>
        <source>Too small for a slide: choose a smaller size, or fold lanes.</source>
        <translation>Для слайда мелко: выберите размер поменьше или сверните дорожки.</translation>
    </message>
    <message>
        <source>Body text {body} pt, the smallest {smallest} pt.</source>
        <translation>Основной текст {body} пт, самый мелкий {smallest} пт.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>open a map first</source>
        <translation>сначала откройте карту</translation>
    </message>
    <message>
        <source>select something on the map first</source>
        <translation>сначала выберите что-нибудь на карте</translation>
    </message>
    <message>
        <source>nothing is selected that is otherwise</source>
        <translation>среди выбранного нет того, что иначе</translation>
    </message>
    <message>
        <source>there is only one map in this file</source>
        <translation>в этом файле только одна карта</translation>
    </message>
    <message>
        <source>select a stage of several steps with a neighbour</source>
        <translation>сначала выделите этап с соседом и несколькими подэтапами</translation>
    </message>
    <message>
        <source>nothing was done yet</source>
        <translation>ещё ничего не сделано</translation>
    </message>
    <message>
        <source>nothing was taken back</source>
        <translation>ничего не отменено</translation>
    </message>
    <message>
        <source>select a barrier first</source>
        <translation>сначала выберите барьер</translation>
    </message>
    <message>
        <source>select a barrier or an opportunity first</source>
        <translation>сначала выберите барьер или возможность</translation>
    </message>
    <message>
        <source>nothing was changed yet</source>
        <translation>ещё ничего не изменено</translation>
    </message>
    <message>
        <source>everything is shown already</source>
        <translation>и так показано всё</translation>
    </message>
    <message>
        <source>it is the first map already</source>
        <translation>это и так первая карта</translation>
    </message>
    <message>
        <source>it is the last map already</source>
        <translation>это и так последняя карта</translation>
    </message>
    <message>
        <source>it is on its own already</source>
        <translation>она и так сама по себе</translation>
    </message>
    <message>
        <source>select a later step of a stage first</source>
        <translation>сначала выделите не первый подэтап этапа</translation>
    </message>
    <message>
        <source>select a stage before the last one first</source>
        <translation>сначала выделите этап, за которым есть другой</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recovery</source>
        <translation>Восстановление</translation>
    </message>
    <message>
        <source>Everything you do is kept on this computer. What is in no file, or was in one earlier, can be had back here.</source>
        <translation>Всё, что вы делаете, хранится на этом компьютере. Здесь можно вернуть то, чего нет в файле или что было в нём раньше.</translation>
    </message>
    <message>
        <source>There is nothing to recover: all your work is where it belongs.</source>
        <translation>Восстанавливать нечего: вся ваша работа на своих местах.</translation>
    </message>
    <message>
        <source>Here you would find:</source>
        <translation>Здесь бывают:</translation>
    </message>
    <message>
        <source>edits that were in no file when the program or the computer failed;</source>
        <translation>правки, которых не было ни в одном файле, когда программа или компьютер дали сбой;</translation>
    </message>
    <message>
        <source>maps you closed with “Don&apos;t save”, for 30 days;</source>
        <translation>карты, закрытые без сохранения, — 30 дней;</translation>
    </message>
    <message>
        <source>the last ten saved states of each map you opened lately.</source>
        <translation>десять последних сохранённых состояний каждой недавно открытой карты.</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Удалить навсегда…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Сохранить копию…</translation>
    </message>
    <message>
        <source>Recover what can be read…</source>
        <translation>Восстановить, что можно прочитать…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Looking what there is…</source>
        <translation>Смотрим, что есть…</translation>
    </message>
    <message>
        <source>This is the backup of “{file}” ({when}), and in no file yet.</source>
        <translation>Это резервная копия «{file}» ({when}), её пока нет ни в одном файле.</translation>
    </message>
    <message>
        <source>This is what could be read of “{file}” ({when}), and in no file yet.</source>
        <translation>Это то, что удалось прочитать в «{file}» ({when}). Ни в одном файле его пока нет.</translation>
    </message>
    <message>
        <source>Journey maps (*.cjm)</source>
        <translation>Карты пути клиента (*.cjm)</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Сохранить копию</translation>
    </message>
    <message>
        <source>Writing the copy…</source>
        <translation>Записываю копию…</translation>
    </message>
    <message>
        <source>A copy is in “{file}”.</source>
        <translation>Копия — в файле «{file}».</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>Delete “{title}” for good?</source>
        <translation>Удалить «{title}» навсегда?</translation>
    </message>
    <message>
        <source>It cannot be had back after that. Your own file, if it has one, stays.</source>
        <translation>Вернуть это потом будет нельзя. Ваш собственный файл, если он есть, останется.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Удалить навсегда</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Удаляю…</translation>
    </message>
</context>
<context>
    <name>RecoveryVerbs</name>
    <message>
        <source>Recovery…</source>
        <translation>Восстановление…</translation>
    </message>
    <message>
        <source>This is work on “{file}”, which is open in another window, so it is in no file here.</source>
        <translation>Это работа над «{file}». Файл открыт в другом окне, поэтому здесь она ни в каком файле.</translation>
    </message>
    <message>
        <source>There is unsaved work on another map.</source>
        <translation>Есть несохранённая работа над другой картой.</translation>
    </message>
    <message>
        <source>Open the backup of {time}</source>
        <translation>Открыть копию: {time}</translation>
    </message>
    <message>
        <source>This is a backup of “{file}”, and in no file yet. The damaged file stays.</source>
        <translation>Это резервная копия «{file}», её пока нет ни в одном файле. Повреждённый файл остаётся.</translation>
    </message>
    <message>
        <source>This is a backup of “{file}”, and in no file yet.</source>
        <translation>Это резервная копия «{file}», её пока нет ни в одном файле.</translation>
    </message>
    <message>
        <source>Recover what can be read…</source>
        <translation>Восстановить, что можно прочитать…</translation>
    </message>
    <message>
        <source>This is what could be read of “{file}”, and in no file yet.</source>
        <translation>Это то, что удалось прочитать в «{file}». Ни в одном файле его пока нет.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>This helps to find the mistake. It holds no texts of your maps and no names of your files, and nothing is sent anywhere by itself.</source>
        <translation>Это помогает найти ошибку. Текстов ваших карт и имён файлов здесь нет, и само ничего никуда не отправляется.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>report</source>
        <translation>отчёт</translation>
    </message>
    <message>
        <source>Texts (*.txt)</source>
        <translation>Тексты (*.txt)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>Saved in “{file}”.</source>
        <translation>Сохранено в «{file}».</translation>
    </message>
</context>
<context>
    <name>Rewording</name>
    <message>
        <source>Replace “{old}” with “{new}”</source>
        <translation>Заменить «{old}» на «{new}»</translation>
    </message>
    <message>
        <source>Take out “{old}”</source>
        <translation>Убрать «{old}»</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Станет</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Слишком длинно</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The journey as it is changes too, not only the plan.</source>
        <translation>Изменится и путь как есть, а не только план.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Что изменится</translation>
    </message>
    <message>
        <source>{chosen} of {every} texts</source>
        <translation>Текстов: {chosen} из {every}</translation>
    </message>
    <message numerus="yes">
        <source>Replace in %n text(s)</source>
        <translation>
            <numerusform>Заменить в %n тексте</numerusform>
            <numerusform>Заменить в %n текстах</numerusform>
            <numerusform>Заменить в %n текстах</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoleNotes</name>
    <message>
        <source>Why, {name}</source>
        <translation>Почему, {name}</translation>
    </message>
</context>
<context>
    <name>RoleVerbs</name>
    <message>
        <source>Make a map &amp;for</source>
        <translation>Карта &amp;роли</translation>
    </message>
    <message>
        <source>&amp;Hidden here</source>
        <translation>Скр&amp;ыто здесь</translation>
    </message>
    <message>
        <source>Hidden on this map only: the general map keeps it. Map &gt; Hidden here shows it again.</source>
        <translation>Скрыто только на этой карте: на общей это осталось. Вернуть можно через меню Карта &gt; Скрыто здесь.</translation>
    </message>
    <message>
        <source>Show “{name}” again</source>
        <translation>Снова показать «{name}»</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Delete the general map “{name}”?</source>
        <translation>Удалить общую карту «{name}»?</translation>
    </message>
    <message>
        <source>The maps that follow it stay, each on its own: {names}. You can undo this.</source>
        <translation>Карты ролей останутся, каждая сама по себе: {names}. Это можно отменить.</translation>
    </message>
</context>
<context>
    <name>SalvageDialog</name>
    <message>
        <source>Recover what can be read</source>
        <translation>Восстановить, что можно прочитать</translation>
    </message>
    <message>
        <source>Reading what is left of the map…</source>
        <translation>Читаем, что осталось от карты…</translation>
    </message>
    <message>
        <source>What could not be recovered</source>
        <translation>Что не удалось восстановить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Open as a new map</source>
        <translation>Открыть как новую карту</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>The damaged file itself stays as it is. To be known:</source>
        <translation>Сам повреждённый файл останется как есть. Что важно знать:</translation>
    </message>
    <message>
        <source>This could not be recovered. The damaged file itself stays as it is.</source>
        <translation>Вот что восстановить не удалось. Сам повреждённый файл останется как есть.</translation>
    </message>
</context>
<context>
    <name>SavedState</name>
    <message>
        <source>Saved {time}</source>
        <translation>Сохранено {time}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Сохраняю…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Не сохранено</translation>
    </message>
    <message>
        <source>Kept here, no file yet</source>
        <translation>Хранится здесь, файла ещё нет</translation>
    </message>
    <message>
        <source>Could not save</source>
        <translation>Не удалось сохранить</translation>
    </message>
    <message>
        <source>Only in memory</source>
        <translation>Только в памяти</translation>
    </message>
    <message>
        <source>On its way to the disk</source>
        <translation>Пишется на диск</translation>
    </message>
    <message>
        <source>All changes are on this computer&apos;s disk; save to give them a file of their own.</source>
        <translation>Все правки на диске этого компьютера; сохраните, чтобы у карты появился свой файл.</translation>
    </message>
    <message>
        <source>The disk refuses: the last changes go when the program ends. Save them elsewhere.</source>
        <translation>Диск отказывает: последние правки пропадут с закрытием программы. Сохраните карту в другое место.</translation>
    </message>
    <message>
        <source>The disk is slow: should the power go now, the last changes may be lost. A crash of the program takes nothing.</source>
        <translation>Диск медленный: если сейчас отключится питание, последние изменения могут пропасть. Сбой программы ничего не отнимет.</translation>
    </message>
    <message>
        <source>All changes are in the file.</source>
        <translation>Все изменения в файле.</translation>
    </message>
    <message>
        <source>All changes are kept on this computer; save to put them in the file.</source>
        <translation>Все изменения хранятся на этом компьютере; сохраните, чтобы они попали в файл.</translation>
    </message>
    <message>
        <source>All changes are kept on this computer and on their way to the file.</source>
        <translation>Все изменения хранятся на этом компьютере и записываются в файл.</translation>
    </message>
    <message>
        <source>All changes are kept on this computer; the file could not be written.</source>
        <translation>Все изменения хранятся на этом компьютере; записать файл не удалось.</translation>
    </message>
</context>
<context>
    <name>SavingBar</name>
    <message>
        <source>Writing the file…</source>
        <translation>Записываю файл…</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Клавиши…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Several</name>
    <message>
        <source>Left edges in line</source>
        <translation>По левому краю</translation>
    </message>
    <message>
        <source>Middles in line, upright</source>
        <translation>По середине, в столбик</translation>
    </message>
    <message>
        <source>Right edges in line</source>
        <translation>По правому краю</translation>
    </message>
    <message>
        <source>Upper edges in line</source>
        <translation>По верхнему краю</translation>
    </message>
    <message>
        <source>Middles in line, across</source>
        <translation>По середине, в ряд</translation>
    </message>
    <message>
        <source>Lower edges in line</source>
        <translation>По нижнему краю</translation>
    </message>
    <message>
        <source>The same gaps across</source>
        <translation>Равные промежутки по горизонтали</translation>
    </message>
    <message>
        <source>The same gaps downwards</source>
        <translation>Равные промежутки по вертикали</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Whose they are</source>
        <translation>Чьи это карточки</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Отдел</translation>
    </message>
    <message>
        <source>What they rest on</source>
        <translation>Чем подтверждено</translation>
    </message>
    <message>
        <source>Line up the notes</source>
        <translation>Выровнять стикеры</translation>
    </message>
    <message>
        <source>This map has no personas yet.</source>
        <translation>На этой карте ещё нет персонажей.</translation>
    </message>
    <message>
        <source>{name}: {n} of {all}</source>
        <translation>{name}: {n} из {all}</translation>
    </message>
    <message>
        <source>No departments yet. The panel adds them while nothing is selected.</source>
        <translation>Отделов пока нет. Их добавляет панель, когда ничего не выделено.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
</context>
<context>
    <name>SeveralPanel</name>
    <message>
        <source>Path</source>
        <translation>Путь</translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>loses</source>
        <translation>теряем</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Показать на карте</translation>
    </message>
</context>
<context>
    <name>SheetSteps</name>
    <message>
        <source>Sheet before</source>
        <translation>Предыдущий лист</translation>
    </message>
    <message>
        <source>Sheet after</source>
        <translation>Следующий лист</translation>
    </message>
</context>
<context>
    <name>SheetTable</name>
    <message>
        <source>Sheets and size of the poster</source>
        <translation>Листы и размер плаката</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Листов</translation>
    </message>
    <message>
        <source>Poster, cm</source>
        <translation>Плакат, см</translation>
    </message>
    <message>
        <source>Read up to</source>
        <translation>Читать до</translation>
    </message>
    <message>
        <source>Text, pt</source>
        <translation>Текст, пт</translation>
    </message>
    <message>
        <source>{metres} m</source>
        <translation>{metres} м</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Without a segment</source>
        <translation>Без сегмента</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Персонаж</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Сегмент</translation>
    </message>
    <message>
        <source>How these people decide and buy</source>
        <translation>Как эти люди решают и покупают</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Now, {date}</source>
        <translation>Сейчас, {date}</translation>
    </message>
    <message>
        <source>Saved {when}</source>
        <translation>Сохранено {when}</translation>
    </message>
    <message>
        <source>Map “{name}”</source>
        <translation>Карта «{name}»</translation>
    </message>
    <message>
        <source>File “{name}”</source>
        <translation>Файл «{name}»</translation>
    </message>
    <message>
        <source>Map “{name}”, now</source>
        <translation>Карта «{name}», сейчас</translation>
    </message>
    <message>
        <source>The beginning</source>
        <translation>Начало</translation>
    </message>
</context>
<context>
    <name>Signs</name>
    <message>
        <source>[#] stage</source>
        <translation>[#] этап</translation>
    </message>
    <message>
        <source>[##] step</source>
        <translation>[##] подэтап</translation>
    </message>
    <message>
        <source>[-] action</source>
        <translation>[-] действие</translation>
    </message>
    <message>
        <source>[@] contact</source>
        <translation>[@] контакт</translation>
    </message>
    <message>
        <source>[&quot;] thought</source>
        <translation>[&quot;] мысль</translation>
    </message>
    <message>
        <source>[:] feeling</source>
        <translation>[:] чувство</translation>
    </message>
    <message>
        <source>[!] barrier</source>
        <translation>[!] барьер</translation>
    </message>
    <message>
        <source>[+] idea</source>
        <translation>[+] идея</translation>
    </message>
</context>
<context>
    <name>Sizes</name>
    <message>
        <source>{n} MB</source>
        <translation>{n} МБ</translation>
    </message>
    <message>
        <source>{n} KB</source>
        <translation>{n} КБ</translation>
    </message>
</context>
<context>
    <name>Sizing</name>
    <message>
        <source>How large</source>
        <translation>Как задать размер</translation>
    </message>
    <message>
        <source>Main text is read from, m</source>
        <translation>Читать основной текст с, м</translation>
    </message>
    <message>
        <source>Finished size</source>
        <translation>Размер плаката</translation>
    </message>
    <message>
        <source>Width, mm</source>
        <translation>Ширина, мм</translation>
    </message>
    <message>
        <source>Height, mm</source>
        <translation>Высота, мм</translation>
    </message>
    <message>
        <source>How it lies</source>
        <translation>Как лежит</translation>
    </message>
    <message>
        <source>Rows of stages</source>
        <translation>Ряды этапов</translation>
    </message>
    <message>
        <source>Distance or sheets</source>
        <translation>Расстояние или листы</translation>
    </message>
    <message>
        <source>Paper in the printer</source>
        <translation>Бумага в принтере</translation>
    </message>
    <message>
        <source>At most so many sheets</source>
        <translation>Не больше листов</translation>
    </message>
    <message>
        <source>Overlap, mm</source>
        <translation>Нахлёст, мм</translation>
    </message>
    <message>
        <source>Sheet&apos;s margin, mm</source>
        <translation>Поле листа, мм</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Альбомная</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Книжная</translation>
    </message>
    <message>
        <source>Red: text under 7 pt, not to be read on a wall.</source>
        <translation>Красным отмечено мельче 7 пт: на стене не прочесть.</translation>
    </message>
    <message>
        <source>As the paper, or in mm</source>
        <translation>Бумагой или в мм</translation>
    </message>
    <message>
        <source>To be read from so far</source>
        <translation>Расстоянием чтения</translation>
    </message>
    <message>
        <source>On so many sheets</source>
        <translation>Числом листов</translation>
    </message>
    <message>
        <source>Size of my own</source>
        <translation>Свой размер</translation>
    </message>
    <message>
        <source>As large as sticky notes need</source>
        <translation>Под стикеры</translation>
    </message>
    <message>
        <source>Roll of {width} mm</source>
        <translation>Рулон {width} мм</translation>
    </message>
    <message>
        <source>In the proportions of</source>
        <translation>С пропорциями</translation>
    </message>
    <message>
        <source>Read from there in any number of rows; the size of the poster follows.</source>
        <translation>Читается оттуда при любом числе рядов: меняется размер плаката.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n ряд</numerusform>
            <numerusform>%n ряда</numerusform>
            <numerusform>%n рядов</numerusform>
        </translation>
    </message>
    <message>
        <source>A roll is as long as one row of stages: there are no more.</source>
        <translation>Рулон длиной в один ряд этапов, других рядов у него нет.</translation>
    </message>
    <message>
        <source>With columns as wide as their time all stages stand in one row.</source>
        <translation>При ширине столбцов по времени все этапы стоят в один ряд.</translation>
    </message>
    <message numerus="yes">
        <source>{distance} m: %n sheet(s)</source>
        <translation>
            <numerusform>{distance} м: %n лист</numerusform>
            <numerusform>{distance} м: %n листа</numerusform>
            <numerusform>{distance} м: %n листов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), read from {distance} m</source>
        <translation>
            <numerusform>%n ряд, читается с {distance} м</numerusform>
            <numerusform>%n ряда, читается с {distance} м</numerusform>
            <numerusform>%n рядов, читается с {distance} м</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sketch</name>
    <message>
        <source>Quick sketch</source>
        <translation>Быстрый набросок</translation>
    </message>
    <message>
        <source>Stages with commas, an outline, a list or a table: the map grows while you type.</source>
        <translation>Этапы через запятую, план, список, таблица: карта растёт, пока вы печатаете.</translation>
    </message>
    <message>
        <source>Need, search, choice, purchase
# Search
- Reads reviews
! No prices</source>
        <translation>Потребность, поиск, выбор, покупка
# Поиск
- Читает отзывы
! Не видно цен</translation>
    </message>
    <message>
        <source>What the signs mean</source>
        <translation>Что значат знаки</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Набросать</translation>
    </message>
    <message>
        <source>Sketch a map of these stages (Ctrl+Enter)</source>
        <translation>Набросать карту из этих этапов (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>make the map</source>
        <translation>сделать карту</translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n этап</numerusform>
            <numerusform>%n этапа</numerusform>
            <numerusform>%n этапов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s)</source>
        <translation>
            <numerusform>ещё %n строка</numerusform>
            <numerusform>ещё %n строки</numerusform>
            <numerusform>ещё %n строк</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Span</name>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Не меньше</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Не больше</translation>
    </message>
    <message>
        <source>from</source>
        <translation>от</translation>
    </message>
    <message>
        <source>to</source>
        <translation>до</translation>
    </message>
</context>
<context>
    <name>StageVerbs</name>
    <message>
        <source>on both paths</source>
        <translation>на обоих путях</translation>
    </message>
    <message>
        <source>Split the stage before</source>
        <translation>Разделить этап перед подэтапом</translation>
    </message>
</context>
<context>
    <name>StartDesk</name>
    <message>
        <source>[↑] [↓] [←] [→] over the maps</source>
        <translation>[↑] [↓] [←] [→] по картам</translation>
    </message>
    <message>
        <source>[Enter] open</source>
        <translation>[Enter] открыть</translation>
    </message>
    <message>
        <source>[Del] take off the list</source>
        <translation>[Del] убрать из списка</translation>
    </message>
    <message>
        <source>or drop a file on the window</source>
        <translation>файл можно перетащить в окно</translation>
    </message>
    <message>
        <source>guide</source>
        <translation>руководство</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найден</translation>
    </message>
    <message>
        <source>in the home folder</source>
        <translation>в домашней папке</translation>
    </message>
</context>
<context>
    <name>StartLeft</name>
    <message>
        <source>Customer journey maps</source>
        <translation>Карты пути клиента</translation>
    </message>
    <message>
        <source>New map</source>
        <translation>Новая карта</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Открыть файл</translation>
    </message>
    <message>
        <source>From a Mermaid file</source>
        <translation>Из файла Mermaid</translation>
    </message>
    <message>
        <source>a journey diagram, .mmd or .md</source>
        <translation>диаграмма journey, .mmd или .md</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О программе</translation>
    </message>
</context>
<context>
    <name>StartRight</name>
    <message>
        <source>Set aside after a crash, {time}: “{title}”</source>
        <translation>После сбоя отложено, {time}: «{title}»</translation>
    </message>
    <message>
        <source>Unsaved work after a crash, {time}: “{title}”</source>
        <translation>Не сохранено из-за сбоя, {time}: «{title}»</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Recovery…</source>
        <translation>Восстановление…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Недавние</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Recover earlier work</source>
        <translation>Вернуть прежнюю работу</translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy what is selected, to paste it into the map</source>
        <translation>Скопировать выбранное, чтобы вставить его в карту</translation>
    </message>
    <message>
        <source>Name it…</source>
        <translation>Назвать…</translation>
    </message>
    <message>
        <source>Give this version a name: it stays for ever</source>
        <translation>Дать версии название: она останется навсегда</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>Название версии</translation>
    </message>
    <message>
        <source>Name of the version, such as “Before the pilot”</source>
        <translation>Название версии, например «До пилота»</translation>
    </message>
    <message>
        <source>Compare with now</source>
        <translation>Сравнить с нынешней</translation>
    </message>
    <message>
        <source>See what has changed since</source>
        <translation>Посмотреть, что с тех пор изменилось</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Make the map so again, as one step</source>
        <translation>Снова сделать карту такой, одним шагом</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>К нынешней карте</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Enter without a name takes it away</source>
        <translation>Enter без названия убирает его</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Works without a network</source>
        <translation>Работает без сети</translation>
    </message>
</context>
<context>
    <name>StepModel</name>
    <message>
        <source>The beginning of what is kept</source>
        <translation>Начало того, что хранится</translation>
    </message>
    <message>
        <source>The beginning, before the first step</source>
        <translation>Начало, до первого шага</translation>
    </message>
    <message>
        <source>Versions kept besides</source>
        <translation>Версии, хранимые отдельно</translation>
    </message>
    <message>
        <source>Saved, then undone</source>
        <translation>Сохранено, потом отменено</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n шаг</numerusform>
            <numerusform>%n шага</numerusform>
            <numerusform>%n шагов</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>отменён</translation>
    </message>
    <message>
        <source>version</source>
        <translation>версия</translation>
    </message>
</context>
<context>
    <name>StepPane</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Steps and versions</source>
        <translation>Шаги и версии</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>К нынешней карте</translation>
    </message>
    <message>
        <source>A click shows the map as it was. Nothing changes until you restore it.</source>
        <translation>Щелчок покажет карту, какой она была. Ничего не изменится, пока вы её не вернёте.</translation>
    </message>
    <message>
        <source>Forget what is before this…</source>
        <translation>Забыть всё, что раньше…</translation>
    </message>
    <message>
        <source>Steps: {steps} ({size}), versions: {versions}</source>
        <translation>Шагов: {steps} ({size}), версии: {versions}</translation>
    </message>
    <message>
        <source>Nobody can go back to them any more. Versions with a name stay. About {size} become free.</source>
        <translation>Вернуться к ним будет уже нельзя. Версии с названием останутся. Освободится примерно {size}.</translation>
    </message>
    <message>
        <source>Forget every step before this one?</source>
        <translation>Забыть все шаги до этого?</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Забыть</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step</source>
        <translation>Подэтап</translation>
    </message>
</context>
<context>
    <name>Survivors</name>
    <message>
        <source>Looking for work that is in no file yet…</source>
        <translation>Ищем работу, которой нет ни в одном файле…</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Восстановление</translation>
    </message>
    <message>
        <source>Bringing your work back…</source>
        <translation>Возвращаем вашу работу…</translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
</context>
<context>
    <name>TablePreview</name>
    <message>
        <source>Paste a table</source>
        <translation>Вставить таблицу</translation>
    </message>
    <message>
        <source>Headings name the steps, the first column names the lanes. Cells are put behind what is there already; times, metrics and roles take its place.</source>
        <translation>Заголовки называют подэтапы, первый столбец — дорожки. Содержимое ячеек ложится после того, что там уже есть; время, метрики и роли заменяют его.</translation>
    </message>
    <message>
        <source>What lands where</source>
        <translation>Что куда попадёт</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>The first row is headings</source>
        <translation>Первая строка — заголовки</translation>
    </message>
    <message>
        <source>So is the second</source>
        <translation>Вторая тоже</translation>
    </message>
    <message>
        <source>The first column names the lanes</source>
        <translation>Первый столбец — дорожки</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Дорожка</translation>
    </message>
    <message>
        <source>step</source>
        <translation>подэтап</translation>
    </message>
    <message>
        <source>new: {name}</source>
        <translation>создать: {name}</translation>
    </message>
    <message>
        <source>lane</source>
        <translation>дорожка</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) will be put into the map</source>
        <translation>
            <numerusform>В карту попадёт %n ячейка</numerusform>
            <numerusform>В карту попадут %n ячейки</numerusform>
            <numerusform>В карту попадёт %n ячеек</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Table of the map</source>
        <translation>Таблица карты</translation>
    </message>
    <message>
        <source>[Enter] down</source>
        <translation>[Enter] вниз</translation>
    </message>
    <message>
        <source>[Tab] right</source>
        <translation>[Tab] вправо</translation>
    </message>
    <message>
        <source>[F2] edit</source>
        <translation>[F2] править</translation>
    </message>
    <message>
        <source>[Ctrl]+[Enter] one more card</source>
        <translation>[Ctrl]+[Enter] ещё карточка</translation>
    </message>
    <message>
        <source>[Alt]+[7] to the map</source>
        <translation>[Alt]+[7] к карте</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Save as template</source>
        <translation>Сохранить как шаблон</translation>
    </message>
    <message>
        <source>Rename the template</source>
        <translation>Переименовать шаблон</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>Название шаблона</translation>
    </message>
    <message>
        <source>Stages, steps and lanes only</source>
        <translation>Только этапы, подэтапы и дорожки</translation>
    </message>
    <message>
        <source>With everything on the map</source>
        <translation>Со всем, что есть на карте</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>New map in this file</source>
        <translation>Новая карта в этом файле</translation>
    </message>
</context>
<context>
    <name>TreeView</name>
    <message>
        <source>Outline of the map</source>
        <translation>Структура карты</translation>
    </message>
    <message>
        <source>[Enter] rename</source>
        <translation>[Enter] переименовать</translation>
    </message>
    <message>
        <source>[Ctrl]+[↑↓] move</source>
        <translation>[Ctrl]+[↑↓] переместить</translation>
    </message>
    <message>
        <source>[Ins] one more</source>
        <translation>[Ins] ещё такой же</translation>
    </message>
    <message>
        <source>[Del] delete</source>
        <translation>[Del] удалить</translation>
    </message>
    <message>
        <source>[Alt]+[8] to the map</source>
        <translation>[Alt]+[8] к карте</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>Показать на карте</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>What came of it?</source>
        <translation>Что получилось?</translation>
    </message>
    <message>
        <source>from {day} to {end}</source>
        <translation>с {day} по {end}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>с {day}</translation>
    </message>
</context>
<context>
    <name>TroubleVerbs</name>
    <message>
        <source>Merge…</source>
        <translation>Слить…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Сохранить копию…</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Взять чужую</translation>
    </message>
    <message>
        <source>Replace theirs</source>
        <translation>Заменить своей</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>What you do may not outlive the program: save the map in a file.</source>
        <translation>Ваши правки могут пропасть, когда программа закроется: сохраните карту в файл.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Вернуть на место</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>“{file}” is this map now. What was in it is kept: menu File, Recovery, Backups.</source>
        <translation>В «{file}» теперь эта карта. Прежнее содержимое сохранено: меню «Файл», «Восстановление», «Резервные копии».</translation>
    </message>
    <message>
        <source>Your own version is kept for 30 days: menu File, Recovery.</source>
        <translation>Ваш вариант хранится 30 дней: меню «Файл», «Восстановление».</translation>
    </message>
    <message>
        <source>This file was made on another computer. Save it as you go?</source>
        <translation>Файл создан на другом компьютере. Сохранять по ходу работы?</translation>
    </message>
    <message>
        <source>Save as I go</source>
        <translation>Сохранять по ходу</translation>
    </message>
    <message>
        <source>Only when I say</source>
        <translation>Только по команде</translation>
    </message>
    <message>
        <source>The disk with the program&apos;s own folder is slow. You need not wait for it: beside the title it says when the last changes are on the disk.</source>
        <translation>Диск с папкой программы медленный. Ждать его не нужно: когда последние изменения окажутся на диске, видно рядом с названием.</translation>
    </message>
    <message>
        <source>The disk with the program&apos;s own folder is full.</source>
        <translation>Диск с папкой программы полон.</translation>
    </message>
    <message>
        <source>The program&apos;s own folder cannot be written.</source>
        <translation>В папку программы не записать.</translation>
    </message>
    <message>
        <source>Your changes are only in memory: save the map elsewhere.</source>
        <translation>Изменения пока только в памяти: сохраните карту в другом месте.</translation>
    </message>
    <message>
        <source>Your changes are on the disk again.</source>
        <translation>Изменения снова на диске.</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>Paste a series…</source>
        <translation>Вставить ряд…</translation>
    </message>
</context>
<context>
    <name>ValuesModel</name>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Выборка</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>As is</source>
        <translation>Как есть</translation>
    </message>
    <message>
        <source>As it should be</source>
        <translation>Как должно быть</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Оба</translation>
    </message>
    <message>
        <source>Two maps</source>
        <translation>Две карты</translation>
    </message>
    <message>
        <source>All roles</source>
        <translation>Все роли</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Дорожки</translation>
    </message>
    <message>
        <source>Lanes of this map</source>
        <translation>Дорожки этой карты</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Poster</source>
        <translation>Плакат</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>Assembly</source>
        <translation>Сборка</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Preparing the preview…</source>
        <translation>Готовлю просмотр…</translation>
    </message>
    <message>
        <source>No assembly plan</source>
        <translation>Без схемы</translation>
    </message>
</context>
<context>
    <name>Walks</name>
    <message>
        <source>Untitled</source>
        <translation>Без названия</translation>
    </message>
</context>
<context>
    <name>WallNotes</name>
    <message>
        <source>Wall notes</source>
        <translation>Заметки со стены</translation>
    </message>
    <message>
        <source>Lines of the wall notes</source>
        <translation>Строки заметок со стены</translation>
    </message>
    <message>
        <source>What each line will do</source>
        <translation>Что сделает каждая строка</translation>
    </message>
    <message>
        <source>One line for each note on the wall: the card&apos;s code, then a new text, &gt; and a place, ++ or -- for more or less, x to delete. A new card: + and its place.</source>
        <translation>На каждую заметку — строка: код карточки, затем новый текст, &gt; и место, ++ или -- (выше, ниже) либо х (удалить). Новая карточка: + и её место.</translation>
    </message>
    <message>
        <source>Close the wall notes</source>
        <translation>Закрыть заметки со стены</translation>
    </message>
    <message>
        <source>One step of undo (Ctrl+Enter)</source>
        <translation>Один шаг отмены (Ctrl+Enter)</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out</source>
        <translation>
            <numerusform>Пропущена %n строка</numerusform>
            <numerusform>Пропущено %n строки</numerusform>
            <numerusform>Пропущено %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n line(s)</source>
        <translation>
            <numerusform>Внести %n строку</numerusform>
            <numerusform>Внести %n строки</numerusform>
            <numerusform>Внести %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Delete and bring in</source>
        <translation>Удалить и внести</translation>
    </message>
    <message numerus="yes">
        <source>The notes delete %n card(s). Bring them in?</source>
        <translation>
            <numerusform>Заметки удаляют %n карточку. Внести их?</numerusform>
            <numerusform>Заметки удаляют %n карточки. Внести их?</numerusform>
            <numerusform>Заметки удаляют %n карточек. Внести их?</numerusform>
        </translation>
    </message>
    <message>
        <source>One undo takes it back.</source>
        <translation>Одна отмена вернёт всё назад.</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>Remove from my words</source>
        <translation>Убрать из моих слов</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Похожих слов нет</translation>
    </message>
    <message>
        <source>Add to my words</source>
        <translation>Добавить в мои слова</translation>
    </message>
</context>
<context>
    <name>WeakPoints</name>
    <message>
        <source>None yet. Barriers, feelings, waits and expectations show them.</source>
        <translation>Пока нет. Их показывают барьеры, чувства, ожидание и оценки контактов.</translation>
    </message>
    <message>
        <source>At the right how bad it is: 100 is the worst there can be.</source>
        <translation>Справа — насколько плохо: 100 — хуже некуда.</translation>
    </message>
</context>
<context>
    <name>WeakVerbs</name>
    <message>
        <source>{map}: by hand</source>
        <translation>{map}: вручную</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv)</source>
        <translation>Таблицы (*.csv *.tsv)</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Сохранить список</translation>
    </message>
    <message>
        <source>The list is in “{file}”.</source>
        <translation>Список сохранён в «{file}».</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>today, {time}</source>
        <translation>сегодня, {time}</translation>
    </message>
    <message>
        <source>yesterday, {time}</source>
        <translation>вчера, {time}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Spelling</source>
        <translation>Правописание</translation>
    </message>
    <message>
        <source>Underline what is misspelt</source>
        <translation>Подчёркивать слова с ошибками</translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation>Словари</translation>
    </message>
    <message>
        <source>My words, one a line</source>
        <translation>Мои слова, по одному в строке</translation>
    </message>
    <message>
        <source>A dictionary cannot be read; install it anew: {names}.</source>
        <translation>Словарь не читается, установите его заново: {names}.</translation>
    </message>
    <message>
        <source>This copy of the program cannot check spelling yet. Whoever installed it can add that: the guide (F1) says how, under Spelling. Until then, check a text where you write mail or documents.</source>
        <translation>Эта копия программы пока не проверяет правописание. Добавить проверку может тот, кто ставил программу: как — в руководстве (F1), «Правописание». А пока проверяйте текст там, где пишете письма или документы.</translation>
    </message>
    <message>
        <source>This computer lacks {names}: they come from where its programs come from. The guide (F1) says how, under Spelling.</source>
        <translation>На этом компьютере нет {names}: их ставят оттуда же, откуда программы. Как — в руководстве (F1), «Правописание».</translation>
    </message>
    <message>
        <source>This computer lacks dictionaries, such as {names}: they come from where its programs come from. The guide (F1) says how, under Spelling.</source>
        <translation>На этом компьютере нет словарей, например {names}: их ставят оттуда же, откуда программы. Как — в руководстве (F1), «Правописание».</translation>
    </message>
</context>
<context>
    <name>_TitleEditor</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
</context>
</TS>
